//! Books as folders of pages: every way leads somewhere, nothing is fetched, addresses stay,
//! and only what the tool wrote is replaced or removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use ambonplan::check::Options;
use ambonplan::model::{EntryRef, Kind};
use ambonplan::project;
use percent_encoding::percent_decode_str;
use scraper::{ElementRef, Html, Selector};

use crate::sandbox::{Sandbox, Site, files};

/// Directories of the plans of the repository.
const PLANS: [&str; 2] = ["plan", "examples/kota-teladan"];

fn directory(plan: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(plan)
}

static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    let plans = PLANS.iter();
    plans.map(|plan| Site::of(&directory(plan), &[])).collect()
});

fn all<'p>(page: &'p Html, css: &str) -> Vec<ElementRef<'p>> {
    page.select(&Selector::parse(css).unwrap()).collect()
}

/// The words of an element, with single spaces.
fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn ids(page: &Html) -> Vec<&str> {
    let all = all(page, "[id]").into_iter();
    all.filter_map(|one| one.value().attr("id")).collect()
}

/// The file of the folder that a page leads to, and the id there.
fn target(from: &str, address: &str) -> (String, Option<String>) {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let (file, id) = match address.split_once('#') {
        Some((file, id)) => (file, Some(decoded(id))),
        None => (address, None),
    };
    if file.is_empty() {
        return (from.to_owned(), id);
    }
    let mut names: Vec<String> = from.split('/').map(str::to_owned).collect();
    names.pop();
    for name in decoded(file).split('/') {
        if name == ".." {
            names.pop().expect("an address leads out of the folder");
        } else {
            names.push(name.to_owned());
        }
    }
    (names.join("/"), id)
}

#[test]
fn every_way_leads_somewhere_and_nothing_is_fetched() {
    for site in SITES.iter() {
        let pages = site.pages();
        let there = files(&site.root);
        for (name, page) in &pages {
            let mut known = BTreeSet::new();
            for id in ids(page) {
                assert!(known.insert(id), "{name}: two places are {id}");
            }
            for link in all(page, "a, link, img, script[src]") {
                let address = link.value().attr("href").or(link.value().attr("src"));
                let address = address.unwrap_or_else(|| panic!("{name}: {}", link.html()));
                let is_web = address.starts_with("https:") || address.starts_with("http:");
                if is_web {
                    // Whoever reads may go elsewhere; no page does by itself.
                    assert_eq!(link.value().name(), "a", "{name} {address}");
                    continue;
                }
                let (file, id) = target(name, address);
                assert!(there.contains_key(&file), "{name}: no {address}");
                if let Some(id) = id {
                    let page = &pages[&file];
                    assert!(ids(page).contains(&id.as_str()), "{name}: no {address}");
                }
            }
        }
        let style = str::from_utf8(&there["style.css"]).unwrap();
        assert!(!style.contains("url(") && !style.contains("@import"));
        for (name, bytes) in &there {
            if name.ends_with(".svg") {
                let text = str::from_utf8(bytes).unwrap();
                let fetched = text.split("href=\"").skip(1);
                let mut fetched = fetched.filter(|rest| !rest.starts_with(['#', 'd']));
                assert_eq!(fetched.next(), None, "{name}");
            }
        }
    }
}

#[test]
fn every_page_tells_what_it_is_and_how_it_is_built() {
    for site in SITES.iter() {
        let pages = site.pages();
        for (name, page) in &pages {
            let one = |css: &str| {
                let found = all(page, css);
                assert_eq!(found.len(), 1, "{name}: {css}");
                found[0]
            };
            assert_eq!(one("html").value().attr("lang"), Some("id"));
            for css in ["title", "main#main", "body > header", "body > footer", "h1"] {
                assert!(!words(one(css)).is_empty(), "{name}: {css}");
            }
            assert_eq!(one("a.skip").value().attr("href"), Some("#main"));
            let mut last = 0;
            for heading in all(page, "h1, h2, h3, h4, h5, h6") {
                let level = heading.value().name()[1..].parse::<usize>().unwrap();
                assert!(level <= last + 1, "{name}: {}", heading.html());
                last = level;
            }
            for picture in all(page, "img") {
                let told = picture.value().attr("alt");
                assert!(told.is_some(), "{name}: {}", picture.html());
            }
            for picture in all(page, ".drawing img") {
                let told = picture.value().attr("alt").unwrap();
                assert!(!told.trim().is_empty(), "{name}: {}", picture.html());
                assert_ne!(told, words(all(page, ".drawing details p")[0]));
            }
            for head in all(page, "th") {
                assert!(head.value().attr("scope") != Some("row") || !words(head).is_empty());
            }
        }
    }
}

#[test]
fn titles_of_pages_tell_them_apart() {
    for site in SITES.iter() {
        let pages = site.pages();
        let titles = pages.values().map(|page| words(all(page, "title")[0]));
        let titles: Vec<String> = titles.collect();
        let unique: BTreeSet<&String> = titles.iter().collect();
        assert_eq!(unique.len(), titles.len(), "{titles:?}");
    }
    let sandbox = Sandbox::new();
    let path = "registry/rpjmd.toml";
    let text = fs::read_to_string(sandbox.plan().join(path)).unwrap();
    let second = "\n[[goal]]\nid = \"lain\"\ntext = \"Meningkatnya mutu pelayanan publik\"\nmission = \"melayani\"\nexample = true\n";
    sandbox.write(path, text + second);
    let site = Site::of(&sandbox.plan(), &["--allow", "warnings"]);
    let page = &site.pages()["goal/lain.html"];
    let title = words(all(page, "title")[0]);
    assert!(
        title.starts_with("Meningkatnya") && title.contains("), lain – "),
        "{title}"
    );
}

#[test]
fn every_entry_has_an_address_without_numbers() {
    for (plan, site) in PLANS.iter().zip(SITES.iter()) {
        let pages = site.pages();
        let plan = project::load(&directory(plan), &Options::default());
        let plan = plan.unwrap().plan.unwrap();
        let named: BTreeSet<&str> = ids(&pages["entries.html"]).into_iter().collect();
        let has = |kind: Kind, id: &str, name: &str| {
            let page = pages.get(&format!("{}/{id}.html", kind.word()));
            let page = page.unwrap_or_else(|| panic!("{} {id} has no page", kind.word()));
            let title = words(all(page, "h1")[0]);
            assert!(title.contains(name), "{title} is not {name}");
            assert!(named.contains(format!("{}:{id}", kind.word()).as_str()));
        };
        for program in plan.programs.values() {
            has(Kind::Program, &program.id, &program.file.title);
        }
        for opd in plan.opds.values() {
            has(Kind::Opd, &opd.id, &opd.file.name);
        }
        for district in plan.districts.values() {
            has(Kind::District, &district.id.value, &district.name);
        }
        for id in named.iter().filter(|id| id.contains(':')) {
            assert!(EntryRef::parse(id).is_some(), "{id}");
        }
    }
}

#[test]
fn numbers_of_tables_figures_and_notes_are_those_of_the_pdf() {
    for (plan, site) in PLANS.iter().zip(SITES.iter()) {
        let pages = site.pages();
        let sandbox = Sandbox::empty();
        let plan = directory(plan);
        let run = sandbox.run(&["--plan", plan.to_str().unwrap(), "build", "-o", "out.pdf"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let printed = crate::sandbox::Book::open(&sandbox.root().join("out.pdf")).letters();
        let mut captions = 0;
        for page in pages.values() {
            for caption in all(page, "figcaption") {
                captions += 1;
                printed.assert_has(&words(caption));
            }
            for note in all(page, ".notes li") {
                let number = note.value().attr("value").unwrap();
                let text = words(note).replace(" ↩", "");
                printed.assert_has(&format!("{number}{text}"));
            }
        }
        assert!(captions > 5);
    }
}

#[test]
fn the_search_knows_every_programme_and_every_section() {
    for site in SITES.iter() {
        let pages = site.pages();
        let script = fs::read_to_string(site.root.join("search-index.js")).unwrap();
        let list = script.strip_prefix("ambonplanSearch(").unwrap();
        let list = list
            .trim_end()
            .strip_suffix(");")
            .unwrap()
            .replace(",\n]", "]");
        let list: Vec<[String; 4]> = serde_json::from_str(&list).unwrap();
        let known: BTreeMap<&str, &[String; 4]> =
            list.iter().map(|one| (one[0].as_str(), one)).collect();
        assert_eq!(known.len(), list.len());
        for (name, page) in &pages {
            if ["index.html", "entries.html"].contains(&name.as_str()) {
                continue;
            }
            if all(page, "main p").is_empty() {
                continue;
            }
            let found = known.get(name.as_str());
            let found = found.unwrap_or_else(|| panic!("{name} is not found"));
            let title = words(all(page, "h1")[0]);
            assert_eq!(found[1], title);
        }
        for address in known.keys() {
            let (file, id) = target("index.html", address);
            let page = &pages[&file];
            assert!(id.is_none_or(|id| ids(page).contains(&id.as_str())));
        }
    }
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let plan = directory("examples/kota-teladan");
    let again = Site::of(&plan, &[]);
    assert_eq!(files(&again.root), files(&SITES[1].root));
    let before = fs::metadata(again.root.join("style.css")).unwrap();
    let run = Sandbox::empty().run(&[
        "--plan",
        plan.to_str().unwrap(),
        "build",
        "--format=html",
        "-o",
        again.root.to_str().unwrap(),
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let after = fs::metadata(again.root.join("style.css")).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
    assert_eq!(files(&again.root), files(&SITES[1].root));
}

#[test]
fn pages_that_are_gone_are_removed_and_nothing_else() {
    let sandbox = Sandbox::new();
    let build = ["build", "--format", "html"];
    assert_eq!(sandbox.run(&build).status, 0);
    let root = sandbox.root().join("build/master-plan");
    let page = root.join("program/layanan-aduan.html");
    assert!(page.is_file());
    fs::write(root.join("program/catatan.txt"), "milik orang lain").unwrap();
    fs::write(root.join(".nojekyll"), "").unwrap();
    let renamed = sandbox.run(&["rename", "program:layanan-aduan", "layanan-laporan"]);
    assert_eq!(renamed.status, 0, "{}", renamed.stderr);
    let run = sandbox.run(&build);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let said = "1 halaman yang tidak lagi ada dalam buku dihapus dari `build/master-plan`";
    assert!(run.stderr.contains(said), "{}", run.stderr);
    assert!(!page.exists());
    assert!(root.join("program/layanan-laporan.html").is_file());
    assert!(root.join("program/catatan.txt").is_file());
    // An error leaves everything as it is.
    let before = files(&root);
    sandbox.edit("plan.toml", "[[volume]]", "[[volume");
    assert_eq!(sandbox.run(&build).status, 1);
    assert_eq!(files(&root), before);
}

#[test]
fn a_list_of_files_leads_out_of_no_folder() {
    let sandbox = Sandbox::new();
    let build = ["build", "--format", "html"];
    assert_eq!(sandbox.run(&build).status, 0);
    let list = sandbox.root().join("build/master-plan/.ambonplan");
    let mut names = fs::read_to_string(&list).unwrap();
    names.push_str("../../keep.txt\n/etc/hostname\n");
    fs::write(&list, names).unwrap();
    fs::write(sandbox.root().join("keep.txt"), "").unwrap();
    assert_eq!(sandbox.run(&build).status, 0);
    assert!(sandbox.root().join("keep.txt").exists());
}

#[test]
fn a_folder_of_somebody_else_is_not_touched() {
    let sandbox = Sandbox::new();
    let folder = sandbox.root().join("situs");
    fs::create_dir(&folder).unwrap();
    fs::create_dir(folder.join(".git")).unwrap();
    fs::write(folder.join("index.html"), "punya orang").unwrap();
    let build = ["build", "--format", "html", "-o", "situs"];
    for (language, said) in [
        ("id", "berisi berkas yang tidak ditulis"),
        ("en", "holds files that"),
    ] {
        let run = sandbox.run(&[&build[..], &["--language", language]].concat());
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert!(run.stderr.contains("index.html"), "{}", run.stderr);
    }
    assert_eq!(
        fs::read_to_string(folder.join("index.html")).unwrap(),
        "punya orang"
    );
    fs::remove_file(folder.join("index.html")).unwrap();
    assert_eq!(sandbox.run(&build).status, 0);
    // A file where a page comes to stand later.
    fs::remove_file(folder.join("program/layanan-aduan.html")).unwrap();
    let list = fs::read_to_string(folder.join(".ambonplan")).unwrap();
    let list = list.replace("program/layanan-aduan.html\n", "");
    fs::write(folder.join(".ambonplan"), list).unwrap();
    fs::write(folder.join("program/layanan-aduan.html"), "punya orang").unwrap();
    let run = sandbox.run(&[&build[..], &["--language", "en"]].concat());
    assert_eq!(run.status, 2);
    assert!(
        run.stderr
            .contains("layanan-aduan.html` was not written by"),
        "{}",
        run.stderr
    );
}

/// The plan of a sandbox built as pages into `situs`, what the command said in English, and
/// its status.
fn built(sandbox: &Sandbox, options: &[&str]) -> (i32, String) {
    let build = [
        "build",
        "--format",
        "html",
        "--language",
        "en",
        "-o",
        "situs",
    ];
    let run = sandbox.run(&[&build[..], options].concat());
    (run.status, run.stderr)
}

/// What is in a folder, but for the time at which it was built.
fn refused_untouched(sandbox: &Sandbox, options: &[&str], said: &str) {
    let folder = sandbox.root().join("situs");
    let before = files(&folder);
    let (status, told) = built(sandbox, options);
    assert_eq!(status, 2, "{told}");
    assert!(told.contains(said), "{told}");
    assert_eq!(files(&folder), before);
}

#[test]
fn a_page_that_cannot_be_is_refused_before_anything_is_written() {
    let sandbox = Sandbox::new();
    assert_eq!(built(&sandbox, &[]).0, 0);
    let long = "a".repeat(245);
    let from = sandbox.plan().join("chapters/pendahuluan.md");
    let text = fs::read_to_string(&from).unwrap();
    fs::remove_file(from).unwrap();
    sandbox.write(&format!("chapters/{long}.md"), text);
    let plan = fs::read_to_string(sandbox.plan().join("plan.toml")).unwrap();
    sandbox.write(
        "plan.toml",
        plan.replace("chapter:pendahuluan", &format!("chapter:{long}")),
    );
    refused_untouched(
        &sandbox,
        &[],
        &format!("chapter-{long}.html` cannot be written"),
    );
    // A list that names what cannot be is no obstacle.
    let sandbox = Sandbox::new();
    assert_eq!(built(&sandbox, &[]).0, 0);
    let list = sandbox.root().join("situs/.ambonplan");
    let mut names = fs::read_to_string(&list).unwrap();
    names.push_str(&format!("{long}{long}.html\nindex.html/x.html\n"));
    fs::write(&list, names).unwrap();
    let (status, told) = built(&sandbox, &[]);
    assert_eq!(status, 0, "{told}");
    assert!(!fs::read_to_string(&list).unwrap().contains(&long));
}

#[test]
fn what_cannot_be_replaced_stops_all_that_can() {
    let sandbox = Sandbox::new();
    assert_eq!(built(&sandbox, &[]).0, 0);
    sandbox.edit("plan.toml", "title = \"", "title = \"Baru: ");
    let page = sandbox.root().join("situs/budget.html");
    let known = fs::metadata(&page).unwrap().permissions();
    let mut protected = known.clone();
    protected.set_readonly(true);
    fs::set_permissions(&page, protected).unwrap();
    refused_untouched(&sandbox, &[], "budget.html` is protected");
    fs::set_permissions(&page, known).unwrap();
    fs::remove_file(&page).unwrap();
    fs::create_dir(&page).unwrap();
    refused_untouched(&sandbox, &[], "budget.html` was not written by");
    fs::remove_dir(&page).unwrap();
    assert_eq!(built(&sandbox, &[]).0, 0);
    assert!(page.is_file());
}

#[test]
fn a_folder_holds_one_book() {
    let sandbox = Sandbox::new();
    assert_eq!(built(&sandbox, &[]).0, 0);
    let said = "holds the book `master-plan`, and this one is `master-plan program:layanan-aduan`";
    refused_untouched(&sandbox, &["--only", "program:layanan-aduan"], said);
    assert_eq!(built(&sandbox, &[]).0, 0);
}

#[cfg(unix)]
#[test]
fn no_link_in_a_folder_is_followed() {
    use std::os::unix::fs::symlink;
    let sandbox = Sandbox::new();
    let root = sandbox.root();
    let outside = root.join("luar");
    fs::create_dir(&outside).unwrap();
    symlink(root.join("tiada"), root.join("situs")).unwrap();
    let (status, told) = built(&sandbox, &[]);
    assert_eq!(status, 2);
    assert!(told.contains("is no folder"), "{told}");
    fs::remove_file(root.join("situs")).unwrap();
    assert_eq!(built(&sandbox, &[]).0, 0);
    for (place, target) in [("situs/program", "luar"), ("situs/index.html", "luar/a")] {
        let kept = root.join("kept");
        fs::rename(root.join(place), &kept).unwrap();
        symlink(root.join(target), root.join(place)).unwrap();
        refused_untouched(&sandbox, &[], "is a symbolic link where");
        fs::remove_file(root.join(place)).unwrap();
        fs::rename(kept, root.join(place)).unwrap();
    }
    assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
}

#[test]
fn what_only_a_pdf_can_be_is_refused() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.root().join("file"), "").unwrap();
    for (options, said) in [
        (
            vec!["--pdf-standard", "a-2b"],
            ["--pdf-standard", "salah satu saja"],
        ),
        (
            vec!["--changes-since", "HEAD"],
            ["--changes-since", "salah satu saja"],
        ),
        (vec!["-o", "-"], ["--output", "menulis folder"]),
        (vec!["-o", "file"], ["file", "bukan folder"]),
        (vec!["-o", "plan"], ["plan", "di luar `plan`"]),
        (vec!["-o", "plan/web"], ["plan/web", "di luar `plan`"]),
    ] {
        let mut all = vec!["build", "--format", "html", "--language", "id"];
        all.extend(options);
        let run = sandbox.run(&all);
        assert_eq!(run.status, 2, "{all:?} {}", run.stderr);
        for said in said {
            assert!(run.stderr.contains(said), "{all:?} {}", run.stderr);
        }
    }
}

#[test]
fn every_volume_and_every_part_can_be_a_folder() {
    let sandbox = Sandbox::empty();
    let plan = directory("examples/kota-teladan");
    let build = |options: &[&str]| {
        let all = [
            "--plan",
            plan.to_str().unwrap(),
            "build",
            "--format",
            "html",
        ];
        let run = sandbox.run(&[&all[..], options].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        run
    };
    build(&["--all-volumes", "--deps", "rule.d"]);
    let rule = fs::read_to_string(sandbox.root().join("rule.d")).unwrap();
    let loaded = project::load(&plan, &Options::default()).unwrap();
    for volume in &loaded.plan.unwrap().volumes {
        let first = format!("build/{}/index.html", volume.id);
        assert!(sandbox.root().join(&first).is_file());
        assert!(rule.contains(&first), "{rule}");
    }
    build(&["--only", "program:koperasi-warga"]);
    let alone = files(&sandbox.root().join("build/program-koperasi-warga"));
    assert!(alone.contains_key("program/koperasi-warga.html"));
    build(&["--only", "opd:badan-karya"]);
    let alone = files(&sandbox.root().join("build/opd-badan-karya"));
    assert!(alone.contains_key("index.html"));
}

#[test]
fn what_stands_in_a_plan_is_never_markup() {
    let sandbox = Sandbox::new();
    let evil = "<script>alert(1)</script>\\\" onload=\\\"x & <b>y</b>";
    sandbox.edit(
        "opd/diskominfo/programs/layanan-aduan.toml",
        "title = \"",
        &format!("title = \"{evil} "),
    );
    let run = sandbox.run(&["build", "--format", "html", "--allow", "warnings"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let root = sandbox.root().join("build/master-plan");
    for (name, bytes) in files(&root) {
        if !name.ends_with(".html") {
            continue;
        }
        let page = Html::parse_document(str::from_utf8(&bytes).unwrap());
        let scripts = all(&page, "script");
        assert!(
            scripts.iter().all(|one| one.inner_html().is_empty()),
            "{name}"
        );
        assert_eq!(scripts.len(), 1, "{name}");
        assert!(all(&page, "[onload], main b").is_empty(), "{name}");
        if name == "program/layanan-aduan.html" {
            let title = words(all(&page, "h1")[0]);
            assert!(title.contains("<script>alert(1)</script>\" onload=\"x & <b>y</b>"));
        }
    }
}

#[test]
fn pages_speak_the_language_of_the_book() {
    let sandbox = Sandbox::begun(ambonplan::language::Language::English);
    let site = Site::of(&sandbox.plan(), &["--allow", "placeholder"]);
    let pages = site.pages();
    let page = &pages["index.html"];
    assert_eq!(all(page, "html")[0].value().attr("lang"), Some("en"));
    assert_eq!(words(all(page, "a.skip")[0]), "Skip to the text");
    assert_eq!(words(all(page, "[role=search] label")[0]), "Search");
    // A word of the plan's own.
    sandbox.write("words/own.ftl", "book-web-skip = Go to what matters\n");
    let site = Site::of(&sandbox.plan(), &["--allow", "placeholder"]);
    let pages = site.pages();
    let page = &pages["index.html"];
    assert_eq!(words(all(page, "a.skip")[0]), "Go to what matters");
}

#[test]
fn every_element_of_narrative_is_one_of_a_page() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n## Semua unsur {#semua}\n\nCatatan[^a], [web](https://example.id/x?y=1&z=2), \
         `kode`, **tebal**, *miring*, ~~coret~~, H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, \
         lagi[^a].\n\n[^a]: Catatan dengan daftar:\n\n    - satu\n    - dua[^b]\n\n[^b]: Catatan dalam.\n\n\
         > [!WARNING]\n> Hati-hati.\n\n> Kutipan.\n\n3. tiga\n4. empat\n   - [x] selesai\n   - [ ] belum\n\n\
         Istilah\n: Artinya.\n\n| Kepala[^c] | Angka |\n|---|--:|\n| a | 1,5 |\n\n[^c]: Catatan kepala.\n\n\
         ```\nkode <b>blok</b>\n```\n\n---\n\n### Anak\n\nBaris\\\nbaris, lihat [bagian](#semua).\n",
    );
    let site = Site::of(&sandbox.plan(), &["--allow", "warnings"]);
    let pages = site.pages();
    let page = &pages["chapter-pendahuluan.html"];
    for (css, text) in [
        ("h2[id='heading:semua']", "1.1 Semua unsur"),
        ("a[href='https://example.id/x?y=1&z=2']", "web"),
        ("p code", "kode"),
        ("p strong", "tebal"),
        ("p em", "miring"),
        ("p s", "coret"),
        ("p sub", "2"),
        ("p sup:not(.mark)", "2"),
        ("p kbd", "Ctrl"),
        (".alert.warning[role=note] .alert-title", "Peringatan"),
        (".alert.warning p:last-child", "Hati-hati."),
        ("blockquote p", "Kutipan."),
        ("ol[start='3'] > li:first-child", "tiga"),
        ("ul.tasks > li:first-child", "☑ selesai"),
        ("dl.definitions dt", "Istilah"),
        ("dl.definitions dd", "Artinya."),
        ("thead th[scope=col]:first-child", "Kepala3"),
        ("tbody td.right", "1,5"),
        ("pre code", "kode <b>blok</b>"),
        ("main h3", "1.1.1 Anak"),
        ("a[href='#heading:semua']", "bagian"),
        ("li#note-1 > p", "Catatan dengan daftar:"),
        ("li#note-1 a[href='#note-2']", "2"),
        ("li#note-2", "Catatan dalam. ↩"),
        ("li#note-3 a[href='#note-3-mark-1']", "↩"),
    ] {
        let found = all(page, css);
        let found: Vec<String> = found.into_iter().map(words).collect();
        assert!(found.iter().any(|one| one == text), "{css}: {found:?}");
    }
    assert_eq!(all(page, "main hr, main p br").len(), 2);
    let marks = all(page, "p .mark a[href='#note-1']");
    let marks = marks.iter().filter_map(|mark| mark.value().attr("id"));
    assert_eq!(marks.collect::<Vec<_>>(), ["note-1-mark", "note-1-mark-1"]);
}

#[test]
fn headings_and_drawings_are_found_by_their_words() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n## Arah & sasaran\n\nA.\n\n## Lain\n\nB.\n\n## Lain\n\nC.\n\n\
         ## Maksud\n\nSeperti dalam [bagian ini](#maksud).\n",
    );
    let site = Site::of(&sandbox.plan(), &["--allow", "warnings"]);
    let pages = site.pages();
    let page = &pages["chapter-pendahuluan.html"];
    let found = all(page, "main h2[id^=section]");
    let found: Vec<&str> = found
        .iter()
        .filter_map(|one| one.value().attr("id"))
        .collect();
    assert_eq!(
        found,
        [
            "section-arah--sasaran",
            "section-lain",
            "section-lain-2",
            // A link to it takes its words from no address.
            "section-maksud",
        ]
    );
    assert_eq!(all(page, "main p a[href='#section-maksud']").len(), 1);
    let drawn = SITES[0]
        .root
        .join("figures/peta-jalan-program-menurut-pilar.svg");
    assert!(drawn.is_file());
    let pages = SITES[1].pages();
    let told = pages
        .values()
        .flat_map(|page| all(page, ".drawing details li"));
    let told: Vec<String> = told.map(words).collect();
    assert!(
        told.contains(&"AIR-01 Meter yang jujur: 2026–2027".to_owned()),
        "{told:?}"
    );
}

#[test]
fn notes_are_numbered_in_the_order_in_which_they_are_read() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\nTabel: Judul tabel[^a]\n\n| Kepala[^b] | Angka |\n|---|--:|\n| a[^c] | 1 |\n\n\
         [^a]: Catatan judul.\n\n[^b]: Catatan kepala.\n\n[^c]: Catatan sel.\n",
    );
    let site = Site::of(&sandbox.plan(), &["--allow", "warnings"]);
    let page = &site.pages()["chapter-pendahuluan.html"];
    let notes: Vec<String> = all(page, ".notes li").into_iter().map(words).collect();
    let printed = sandbox.build(&["--allow", "warnings"]).letters();
    printed.assert_has("1Catatan judul.");
    assert_eq!(
        notes,
        ["Catatan judul. ↩", "Catatan kepala. ↩", "Catatan sel. ↩"]
    );
}

#[test]
fn pictures_do_nothing_and_are_silent_if_nothing_is_told_of_them() {
    let sandbox = Sandbox::new();
    let inert = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><g/></svg>";
    let active = inert.replace("<g/>", "<script>alert(1)</script><g onclick=\"x\"/>");
    sandbox.write("assets/aktif.svg", active);
    sandbox.write("assets/diam.svg", inert);
    sandbox.write(
        "chapters/pendahuluan.md",
        "# Pendahuluan\n\n![](../assets/aktif.svg)\n\n![Dua garis](../assets/diam.svg)\n",
    );
    let site = Site::of(&sandbox.plan(), &["--allow", "all"]);
    let there = files(&site.root);
    assert_eq!(there["assets/diam.svg"], inert.as_bytes());
    let active = str::from_utf8(&there["assets/aktif.svg"]).unwrap();
    assert!(
        !active.contains("alert") && !active.contains("onclick"),
        "{active}"
    );
    let page = &site.pages()["chapter-pendahuluan.html"];
    let told = all(page, "main img");
    let told: Vec<_> = told
        .iter()
        .map(|one| one.value().attr("alt").unwrap())
        .collect();
    assert_eq!(told, ["", "Dua garis"]);
}
