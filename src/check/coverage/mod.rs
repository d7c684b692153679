//! Rules about gaps: what should be served and is not.

mod adopted_without_program;
mod answer_to_unadopted;
mod district_without_program;
mod empty_phase;
mod goal_without_program;
mod need_without_program;
mod opd_without_program;
mod open_proposal;
mod pillar_without_narrative;
mod pillar_without_person_in_charge;
mod pillar_without_program;
mod pillar_without_quick_win;
mod policy_without_program;
mod program_without_goal;
mod uncovered_dimension;
mod unprinted_entries;
mod unprinted_text;

super::checks![
    pillar_without_program,
    uncovered_dimension,
    opd_without_program,
    goal_without_program,
    program_without_goal per program,
    pillar_without_quick_win,
    pillar_without_narrative,
    pillar_without_person_in_charge,
    district_without_program,
    empty_phase,
    open_proposal,
    adopted_without_program,
    answer_to_unadopted per program,
    policy_without_program,
    need_without_program,
    unprinted_entries,
    unprinted_text,
];
