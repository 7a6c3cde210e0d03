// What is to be done about each duty, one line each, in the order of the brief.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "akn/document.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/place_to_write.hpp"
#include "report/plain_words.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

// The finding to mend: the best one that does not cover.
[[nodiscard]] ProvisionRow const* partial_provision(ObligationRow const& row) {
    for (auto const& provision : row.provisions)
        if (provision.verdict == "partial") return &provision;
    return nullptr;
}

[[nodiscard]] std::string amendment(Report const& report, ObligationRow const& row) {
    std::vector<std::string> steps;
    if (auto const* provision = partial_provision(row); provision != nullptr) {
        std::vector<std::string> add;
        for (auto const& name : provision->missing)
            if (std::find(provision->protections.begin(), provision->protections.end(), name) ==
                provision->protections.end())
                add.push_back(name);
        if (!add.empty())
            steps.push_back(fmt::format("add {} to {} (asked: {})",
                                        fmt::join(lacking_titles(row, *provision, add), ", "),
                                        place_in_set(report, *provision), row.title));
        if (!provision->extra.empty())
            steps.push_back(fmt::format("take {} out of {}, or make it no condition",
                                        fmt::join(titled(row, provision->extra), ", "),
                                        place_in_set(report, *provision)));
    }
    if (!row.missing_members.empty())
        steps.push_back(fmt::format("add: {}", fmt::join(row.missing_members, "; ")));
    return steps.empty() ? plain_reason(row) : fmt::format("{}", fmt::join(steps, "; "));
}

// What brings a provision that is no law into force.
[[nodiscard]] std::string revival(ProvisionRow const& row) {
    return row.force == akn::to_string(akn::Force::not_yet)
               ? ": bring it into force"
               : ": enact it again, unless law that was not read has taken it over";
}

[[nodiscard]] std::string addition(Report const& report, ArticleRow const& article,
                                   ObligationRow const& row) {
    if (!row.provisions.empty()) return plain_reason(row) + revival(row.provisions.front());
    if (auto const place = place_to_write(article, row); place.provision != nullptr)
        return fmt::format("{} (beside {}, where {} is)", row.title, unit_in_set(report, *place.provision),
                           place.answers->id);
    for (auto const& miss : row.near_misses)
        if (is_near(miss)) return fmt::format("{} (nearest: {})", row.title, place_in_set(report, miss));
    return row.title;
}

[[nodiscard]] std::string narrowing(Report const& report, ObligationRow const& row) {
    auto const& best = row.provisions.front();
    return fmt::format("{} does not ask for {}", place_in_set(report, best),
                       fmt::join(lacking_titles(row, best, best.protections), ", "));
}

[[nodiscard]] bool flagged(ObligationRow const& row, std::string_view flag) {
    return std::find(row.flags.begin(), row.flags.end(), flag) != row.flags.end();
}

void add_todo(Report& report, ArticleRow const& article, ObligationRow const& row) {
    if (row.policy || row.force == "may") return;
    auto const add = [&](std::string_view kind, std::string const& text) {
        auto const why = row.force == "should" ? WhyFirst::recommended
                         : kind == "narrow"    ? WhyFirst::narrow
                                               : why_first(report, article, row);
        report.todo.push_back(
            {std::string(kind), row.id, text, row.force == "should", row.verified == "checked", why});
    };
    if (row.verdict == "gap") add("add", addition(report, article, row));
    if (row.verdict == "partial") add("amend", amendment(report, row));
    if (flagged(row, "broader") && row.verdict == "covered" && !row.provisions.empty())
        add("narrow", narrowing(report, row));
    if (row.verdict == "untested") add("supply", plain_reason(row));
}

}  // namespace

std::vector<TodoGroup> grouped(std::vector<TodoRow> const& rows) {
    std::vector<TodoGroup> groups;
    for (auto const& row : rows) {
        auto const same = std::find_if(groups.begin(), groups.end(), [&](TodoGroup const& group) {
            return group.kind == row.kind && group.text == row.text && group.should == row.should &&
                   group.verified == row.verified && group.why == row.why;
        });
        if (same == groups.end())
            groups.push_back({row.kind, {row.obligation}, row.text, row.should, row.verified, row.why});
        else
            same->obligations.push_back(row.obligation);
    }
    return groups;
}

bool is_near(ProvisionRow const& miss) {
    auto const asked = std::count_if(miss.elements.begin(), miss.elements.end(),
                                     [](ElementRow const& element) { return element.needed; });
    auto const found =
        std::count_if(miss.elements.begin(), miss.elements.end(),
                      [](ElementRow const& element) { return element.needed && element.found; });
    return miss.reason.starts_with("needs: ") && found < asked && 4 * found > 3 * asked;
}

void list_todo(Report& report) {
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations) add_todo(report, article, row);
    std::stable_sort(report.todo.begin(), report.todo.end(), [&](TodoRow const& a, TodoRow const& b) {
        auto const key = [&](TodoRow const& row) {
            return std::pair(row.why, !is_in_view(report, row.obligation));
        };
        return key(a) < key(b);
    });
}

}  // namespace lacuna::report
