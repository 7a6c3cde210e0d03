#include "cli/check_bills.hpp"

#include <algorithm>

#include "report/clean.hpp"

namespace lacuna::cli {
namespace {

[[nodiscard]] std::vector<report::BillRow> rows_of(Session const& session,
                                                   std::vector<akn::BillOutcome> const& bills) {
    std::vector<report::BillRow> rows;
    for (auto const& bill : bills) {
        report::BillRow row;
        row.title = report::clean_label(bill.title);
        row.file = report::clean_label(session.sources.at(bill.source).name());
        for (auto const& change : bill.changes) {
            auto const line = session.sources.at(change.span.source).position(change.span.begin).line;
            (change.applied ? row.applied : row.not_applied)
                .push_back({report::clean(change.text), report::clean_label(change.place), row.file, line});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// What was said of the law as it is need not be said again of the same files: of the second reading only
// what is about the bills is new.
[[nodiscard]] bool is_about(Session const& session, Diagnostic const& diagnostic,
                            std::vector<std::string> const& bills) {
    if (diagnostic.code == Code::bill_not_applied) return true;
    if (!diagnostic.span.source.valid()) return false;
    auto const& name = session.sources.at(diagnostic.span.source).name();
    return std::find(bills.begin(), bills.end(), name) != bills.end();
}

class SecondReading {
  public:
    explicit SecondReading(Session& session) : session_(session), before_(session.diagnostics) {
        session_.diagnostics = {};
    }
    // Puts the diagnostics together again.
    void end(std::vector<std::string> const& bills) {
        bool const failed = session_.diagnostics.errors() > before_.errors();
        auto kept = before_;
        for (auto const& diagnostic : session_.diagnostics.sorted())
            if (failed || is_about(session_, diagnostic, bills)) kept.add(diagnostic);
        session_.diagnostics = std::move(kept);
    }

  private:
    Session& session_;
    Diagnostics before_;
};

}  // namespace

int check_bills(Session& session, Rules const& rules, program::InstrumentId instrument,
                BillCheck const& check, std::optional<report::Report>& with_bills) {
    auto plain = check.law;
    plain.with_bills.clear();
    auto const law = load_law(session, check.paths, plain);
    if (!law) return Exit::input_error;
    auto const before = make_report(session, rules, *law, instrument, check.articles, plain);
    if (!before) return Exit::input_error;
    SecondReading reading(session);
    auto const changed = load_law(session, check.paths, check.law);
    if (changed) with_bills = make_report(session, rules, *changed, instrument, check.articles, check.law);
    reading.end(changed ? changed->selection.with_bills : check.law.with_bills);
    if (!with_bills || changed->bills.empty()) return Exit::input_error;
    auto comparison = report::compare(*before, *with_bills);
    comparison.a_name = "the law as it is";
    comparison.b_name = "the law with the bill written into it";
    if (changed->bills.size() > 1) comparison.b_name = "the law with the bills written into it";
    comparison.bills = rows_of(session, changed->bills);
    return show_comparison(session, comparison, check.outputs, check.fail_on_fell);
}

}  // namespace lacuna::cli
