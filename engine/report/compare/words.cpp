#include "report/compare/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {

std::string summary_line(Comparison const& comparison) {
    auto const all = comparison.changes.size() + comparison.unchanged;
    if (comparison.changes.empty()) return fmt::format("{} obligations: nothing changed", all);
    std::vector<std::string> parts;
    for (auto const change : all_changes())
        if (auto const number = comparison.count(change); number > 0)
            parts.push_back(fmt::format("{} {}", number, to_string(change)));
    return fmt::format("{} of {} obligations changed: {}", comparison.changes.size(), all,
                       fmt::join(parts, ", "));
}

std::vector<std::string> open_duties(Comparison const& comparison) {
    std::vector<std::string> open;
    for (auto const& article : comparison.b->articles)
        for (auto const& row : article.obligations)
            if (row.mandatory && is_open(row.verdict)) open.push_back(row.id);
    return open;
}

std::vector<std::string> standing_lines(Comparison const& comparison) {
    auto const first = headline(*comparison.a), second = headline(*comparison.b);
    if (first.empty() || second.empty()) return {};
    auto const open = open_duties(comparison);
    auto const left = open.empty() ? std::string("No duty is open after it.")
                                   : fmt::format("Open after it: {} {}: {}.", open.size(),
                                                 open.size() == 1 ? "duty" : "duties", joined(open));
    return {"Before: " + first, "After: " + second, left};
}

std::string flags_line(ChangeRow const& row) {
    std::vector<std::string> parts;
    if (!row.flags_gone.empty()) parts.push_back("no more " + joined(row.flags_gone));
    if (!row.flags_new.empty()) parts.push_back("now " + joined(row.flags_new));
    return parts.empty() ? std::string() : "flags: " + joined(parts, "; ");
}

std::vector<std::string> evidence_lines(ChangeRow const& row) {
    std::vector<std::string> lines;
    for (auto const* side : {row.before, row.after}) {
        if (side == nullptr) continue;
        for (auto const& provision : side->provisions) {
            if (provision.bill.empty()) continue;
            auto line =
                fmt::format("{} is from {}, a bill: not in force", place_in_act(provision), provision.bill);
            if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::string bill_line(BillRow const& bill) {
    auto const number = [](std::size_t count, std::string_view rest) {
        return count == 0 ? fmt::format("no change {}", rest)
                          : fmt::format("{} change{} {}", count, count == 1 ? "" : "s", rest);
    };
    return fmt::format("{} ({}), not in force: {}, {}", bill.title, bill.file,
                       number(bill.applied.size(), "applied"), number(bill.not_applied.size(), "left out"));
}

std::string bill_change_line(BillChange const& change) {
    auto place = change.place;
    if (change.line > 0) place += fmt::format("{}{}:{}", place.empty() ? "" : ", ", change.file, change.line);
    return place.empty() ? change.text : fmt::format("{} ({})", change.text, place);
}

}  // namespace lacuna::report
