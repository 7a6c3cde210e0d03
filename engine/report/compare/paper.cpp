// A comparison as a short document: what changed and why, one row for each obligation.
#include <fmt/format.h>

#include "report/compare/comparison.hpp"
#include "report/compare/words.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string verdicts(ChangeRow const& row) {
    if (row.before == nullptr) return row.after->verdict;
    if (row.after == nullptr || row.before->verdict == row.after->verdict) return row.before->verdict;
    return fmt::format("{} → {}", row.before->verdict, row.after->verdict);
}

[[nodiscard]] PaperCell reasons(ChangeRow const& row) {
    std::vector<std::string> texts;
    for (auto const& reason : row.why) texts.push_back(reason.text);
    for (auto const& line : evidence_lines(row)) texts.push_back(line);
    if (auto flags = flags_line(row); !flags.empty()) texts.push_back(std::move(flags));
    return lines_cell(texts);
}

void add_bill(BillRow const& bill, Paper& paper) {
    paper.paragraph(bill_line(bill), Words::Look::bold);
    for (auto const& one : bill.applied) paper.item(bill_change_line(one));
    for (auto const& one : bill.not_applied) paper.item("not applied: " + bill_change_line(one));
}

void add_changes(Comparison const& comparison, Change change, Paper& paper) {
    if (comparison.count(change) == 0) return;
    paper.heading(fmt::format("{} ({})", heading_of(change), comparison.count(change)));
    PaperTable table{{{"Obligation", 4}, {"Verdict", 2}, {"Why", 6}}, {}};
    for (auto const& row : comparison.changes) {
        if (row.change != change) continue;
        auto const& last = row.after == nullptr ? row.before->verdict : row.after->verdict;
        table.rows.push_back({PaperCell{{{{row.id, Words::Look::bold}, {"  " + row.title}}}},
                              verdict_cell(verdicts(row), last), reasons(row)});
    }
    paper.table(std::move(table));
}

}  // namespace

Paper paper_of(Comparison const& comparison) {
    auto const& report = *comparison.b;
    Paper paper{fmt::format("{} and the {}: what changed", country_of(report), report.instrument_title),
                report.cite,
                {}};
    paper.heading("In short");
    paper.paragraph(summary_line(comparison) + ".", Words::Look::bold);
    for (auto const& line : standing_lines(comparison)) paper.item(line);
    paper.item("First run: " + comparison.a_name + ".");
    paper.item("Second run: " + comparison.b_name + ".");
    for (auto const& one : comparison.differences) paper.item(one.text);
    if (!comparison.bills.empty()) paper.heading("What the bill does to the law");
    for (auto const& bill : comparison.bills) add_bill(bill, paper);
    for (auto const change : all_changes()) add_changes(comparison, change, paper);
    paper.heading("What this rests on");
    for (auto const& text : caveats(report)) paper.item(text);
    return paper;
}

}  // namespace lacuna::report
