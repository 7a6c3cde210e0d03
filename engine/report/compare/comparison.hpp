// Two reports on the same country and instrument, obligation by obligation: what rose, fell, moved or lost
// its evidence between them, and why. Two dates, two versions of the rules, or an act before and after a
// bill. Nothing is read or judged again: everything is said from the two reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/paper/paper.hpp"
#include "report/report.hpp"

namespace lacuna::report {

// The form of the JSON, described in schemas/comparison.schema.json.
inline constexpr std::string_view comparison_version = "lacuna-comparison/1";

// What became of an obligation. The order is the order in which they are shown.
enum class Change : std::uint8_t {
    fell,              // a worse verdict
    rose,              // a better verdict
    verdict_changed,   // another verdict that is neither: an option used or not, untested or gap
    moved,             // the same verdict by another provision
    evidence_lost,     // a provision that answered does so no more; others still do
    evidence_gained,   // a further provision answers
    evidence_changed,  // the same provisions, and other words, elements or provisions beside them
    flags_changed,     // only the flags differ
    appeared,          // only in the second report
    gone               // only in the first report
};
[[nodiscard]] std::string_view to_string(Change change);
// The heading that a reader sees: "Fell".
[[nodiscard]] std::string_view heading_of(Change change);
[[nodiscard]] std::vector<Change> const& all_changes();

// One cause or effect, in words. `kind` is for programs: "provision-came", "element-lost", "rule-changed", …
struct Reason {
    std::string kind, text;
};

struct ChangeRow {
    std::string id, title;
    Change change = Change::rose;
    ObligationRow const* before = nullptr;  // of the reports that were compared; null: not in that one
    ObligationRow const* after = nullptr;
    std::vector<std::string> flags_gone, flags_new;
    std::vector<Reason> why;
};

// What differs between the runs as a whole: rules, date, acts and their text, bills.
struct Difference {
    std::string kind, text;
};

// What a bill does to the law, change by change, where the second report was made with it.
struct BillChange {
    std::string text;   // "section 160A of Penal Code: put in after section 160"
    std::string place;  // in the bill: "section 3"
    std::string file;
    std::uint32_t line = 0;
};
struct BillRow {
    std::string title, file;
    std::vector<BillChange> applied, not_applied;
};

struct Comparison {
    Report const* a = nullptr;
    Report const* b = nullptr;
    std::string a_name, b_name;  // of the files, or "the law as it is"
    std::vector<BillRow> bills;
    std::vector<Difference> differences;
    std::vector<ChangeRow> changes;  // in the order of the instrument
    std::size_t unchanged = 0;
    [[nodiscard]] std::size_t count(Change change) const;
};

// Why two reports cannot be compared; empty when they can.
[[nodiscard]] std::string unlike(Report const& a, Report const& b);
// The reports must outlive the comparison, which points into them.
[[nodiscard]] Comparison compare(Report const& a, Report const& b);

[[nodiscard]] std::string to_text(Comparison const& comparison, TextOptions options = {});
[[nodiscard]] std::string to_json(Comparison const& comparison);
[[nodiscard]] std::string to_html(Comparison const& comparison);
// For Word and Markdown.
[[nodiscard]] Paper paper_of(Comparison const& comparison);

}  // namespace lacuna::report
