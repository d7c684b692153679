//! The declaration of entries.

/// Declares a kind of entry: its struct, how it is read, and how it is looked at.
///
/// Each key names what it holds, how it is asked for, and what it is for:
///
/// ```text
/// /// What the field is.
/// field: Type = required("key"): sentence key;
/// field: Type = optional("key"): reference(Opd);      // Option<Type>
/// field: Type = optional("key", accepts);             // what is not accepted is left out
/// field: Type = or("key", default);                   // Spanned<Type>
/// field: Type = or("key", default, accepts);
/// field: Type = or_else("key", default);              // the default is made of the place
/// field: Type = map("key");                           // Type, whose keys are data
/// field: Type = list("key");                          // Vec<Type>
/// field: Type = listed("key"): own;                   // Listed<Type>
/// ```
///
/// What a key is for are the methods of [`Key`](super::visit::Key). Behind the word of the
/// kind, `span` keeps where the table stands and `invalid_keys` which keys were not understood.
/// Behind the keys, `then |cx| { … }` is done when all have been read, with the fields as
/// they were read.
macro_rules! entry {
    (
        $(#[$doc:meta])*
        $name:ident = $word:literal $(, $extra:ident)* {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $how:ident($key:literal $(, $default:expr)*) $(: $($role:ident $(($($argument:tt)*))?)+)?;)*
        }
        $(then |$cx:ident| $then:block)?
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $(#[doc = $crate::model::entry::entry!(@doc $extra)]
            pub $extra: $crate::model::entry::entry!(@extra $extra),)*
            $($(#[$field_doc])* pub $field: $crate::model::entry::entry!(@type $how $type),)*
        }

        impl $crate::model::table::Entry for $name {
            const NAME: &'static str = $word;
            const KEYS: &'static [$crate::model::visit::Key] = &[$($crate::model::visit::Key::new($key)$($(.$role($($crate::model::entry::entry!(@argument $role $($argument)*))?))+)?,)*];

            fn read(
                table: &mut $crate::model::table::Table<'_, '_>,
                cx: &mut $crate::model::decode::Context<'_>,
            ) -> Option<Self> {
                $(let $field = $crate::model::entry::entry!(@read $how table, cx, $type, $key $(, $default)*);)*
                $(
                    let $cx = &mut *cx;
                    $then
                )?
                Some(Self {
                    $($field: $crate::model::entry::entry!(@found $how $field),)*
                    $($extra: $crate::model::entry::entry!(@keep $extra table),)*
                })
            }
        }

        impl $crate::model::visit::Visit for $name {
            fn visit<'e>(&'e self, visitor: &mut dyn $crate::model::visit::Visitor<'e>) {
                $($crate::model::visit::Visited::visited(
                    &self.$field,
                    const { &$crate::model::visit::Key::new($key)$($(.$role($($crate::model::entry::entry!(@argument $role $($argument)*))?))+)? },
                    visitor,
                );)*
            }

            $($crate::model::entry::entry!(@span $extra);)*
        }
    };
    (@doc span) => { "Where the table stands; the beginning of the file for its root." };
    (@doc invalid_keys) => { "Keys that say something which is not known." };
    (@extra span) => { $crate::source::Span };
    (@extra invalid_keys) => { $crate::model::invalid_keys::InvalidKeys };
    (@keep span $table:ident) => { $table.span };
    (@keep invalid_keys $table:ident) => { $table.invalid_keys() };
    (@span span) => {
        fn table_span(&self) -> Option<$crate::source::Span> {
            Some(self.span)
        }
    };
    (@span invalid_keys) => {};
    (@type required $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@type or $type:ty) => { $crate::source::Spanned<$type> };
    (@type or_else $type:ty) => { $crate::source::Spanned<$type> };
    (@type map $type:ty) => { $type };
    (@type list $type:ty) => { Vec<$type> };
    (@type listed $type:ty) => { $crate::model::table::Listed<$type> };
    (@read required $table:ident, $cx:ident, $type:ty, $key:literal) => { $table.required::<$type>($key, $cx) };
    (@read optional $table:ident, $cx:ident, $type:ty, $key:literal) => { $table.optional::<$type>($key, $cx) };
    (@read or $table:ident, $cx:ident, $type:ty, $key:literal, $default:expr) => { $table.or::<$type>($key, $default, $cx) };
    (@read optional $table:ident, $cx:ident, $type:ty, $key:literal, $accepts:expr) => {
        $table.optional::<$type>($key, $cx).filter(|found| $accepts(found, $cx))
    };
    (@read or $table:ident, $cx:ident, $type:ty, $key:literal, $default:expr, $accepts:expr) => {
        match $table.or::<$type>($key, $default, $cx) {
            found if $accepts(&found, $cx) => found,
            found => $crate::source::Spanned::new($default, found.span),
        }
    };
    (@read or_else $table:ident, $cx:ident, $type:ty, $key:literal, $default:expr) => {{
        let span = $table.span;
        $table.or::<$type>($key, $default(span), $cx)
    }};
    (@read map $table:ident, $cx:ident, $type:ty, $key:literal) => {
        $table.optional::<$type>($key, $cx).unwrap_or_default()
    };
    (@read list $table:ident, $cx:ident, $type:ty, $key:literal) => { $table.list::<$type>($key, $cx) };
    (@read listed $table:ident, $cx:ident, $type:ty, $key:literal) => { $table.listed::<$type>($key, $cx) };
    (@found required $field:ident) => { $field? };
    (@found optional $field:ident) => { $field };
    (@found or $field:ident) => { $field };
    (@found or_else $field:ident) => { $field };
    (@found map $field:ident) => { $field };
    (@found list $field:ident) => { $field };
    (@found listed $field:ident) => { $field };
    (@argument reference $kind:ident) => { $crate::model::EntryKind::$kind };
    (@argument joined $name:literal) => { $name };
}

pub(crate) use entry;
