#include "report/summary.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "akn/document.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] Counts empty_counts() {
    Counts counts;
    for (auto const& verdict : verdict_order()) counts.emplace_back(verdict, 0);
    return counts;
}

void count(Counts& counts, std::string const& verdict) {
    for (auto& [name, number] : counts)
        if (name == verdict) ++number;
}

[[nodiscard]] ChapterRow& chapter_of(Report& report, ArticleRow const& article) {
    auto const at = std::find_if(report.chapters.begin(), report.chapters.end(), [&](ChapterRow const& c) {
        return c.chapter == article.chapter && c.title == article.chapter_title;
    });
    if (at != report.chapters.end()) return *at;
    report.chapters.push_back({article.chapter, article.chapter_title, 0, empty_counts()});
    return report.chapters.back();
}

// The finding to mend: the best one that does not cover.
[[nodiscard]] ProvisionRow const* partial_provision(ObligationRow const& row) {
    for (auto const& provision : row.provisions)
        if (provision.verdict == "partial") return &provision;
    return nullptr;
}

[[nodiscard]] std::string amendment(ObligationRow const& row) {
    std::vector<std::string> steps;
    if (auto const* provision = partial_provision(row); provision != nullptr) {
        std::vector<std::string> add;
        for (auto const& name : provision->missing)
            if (std::find(provision->protections.begin(), provision->protections.end(), name) ==
                provision->protections.end())
                add.push_back(name);
        if (!add.empty())
            steps.push_back(fmt::format("add {} to {} (asked: {})", fmt::join(titled(row, add), ", "),
                                        place_in_act(*provision), row.title));
        if (!provision->extra.empty())
            steps.push_back(fmt::format("take {} out of {}, or make it no condition",
                                        fmt::join(titled(row, provision->extra), ", "),
                                        place_in_act(*provision)));
    }
    if (!row.missing_members.empty())
        steps.push_back(fmt::format("add: {}", fmt::join(row.missing_members, "; ")));
    return steps.empty() ? row.reason : fmt::format("{}", fmt::join(steps, "; "));
}

// What brings a provision that is no law into force.
[[nodiscard]] std::string revival(ProvisionRow const& row) {
    return row.force == akn::to_string(akn::Force::not_yet)
               ? ": bring it into force"
               : ": enact it again, unless law that was not read has taken it over";
}

// A place to begin from has half of what is asked; one that has less would send a drafter astray.
[[nodiscard]] bool is_near(ProvisionRow const& miss) {
    auto const asked = std::count_if(miss.elements.begin(), miss.elements.end(),
                                     [](ElementRow const& element) { return element.needed; });
    auto const found =
        std::count_if(miss.elements.begin(), miss.elements.end(),
                      [](ElementRow const& element) { return element.needed && element.found; });
    return found > 0 && 2 * found >= asked;
}

[[nodiscard]] std::string addition(ObligationRow const& row) {
    if (!row.provisions.empty()) return row.reason + revival(row.provisions.front());
    for (auto const& miss : row.near_misses)
        if (is_near(miss)) return fmt::format("{} (nearest: {})", row.title, place_in_act(miss));
    return row.title;
}

[[nodiscard]] std::string narrowing(ObligationRow const& row) {
    auto const& best = row.provisions.front();
    return fmt::format("{} does not ask for {}", place_in_act(best),
                       fmt::join(titled(row, best.protections), ", "));
}

[[nodiscard]] bool flagged(ObligationRow const& row, std::string_view flag) {
    return std::find(row.flags.begin(), row.flags.end(), flag) != row.flags.end();
}

void add_todo(Report& report, ObligationRow const& row) {
    if (row.policy || row.force == "may") return;
    auto const add = [&](std::string_view kind, std::string const& text) {
        report.todo.push_back(
            {std::string(kind), row.id, text, row.force == "should", row.verified == "checked"});
    };
    if (row.verdict == "gap") add("add", addition(row));
    if (row.verdict == "partial") add("amend", amendment(row));
    if (flagged(row, "broader") && row.verdict == "covered" && !row.provisions.empty())
        add("narrow", narrowing(row));
    if (row.verdict == "untested") add("supply", row.reason);
}

// Duties before what should be; gaps, then amendments, then what reaches too far, then law to supply; in each
// what was checked against the authentic text first.
[[nodiscard]] int urgency(TodoRow const& row) {
    auto const kind = row.kind == "add" ? 0 : row.kind == "amend" ? 1 : row.kind == "narrow" ? 2 : 3;
    return (row.should ? 8 : 0) + 2 * kind + (row.verified ? 0 : 1);
}

}  // namespace

std::vector<std::string> const& verdict_order() {
    static std::vector<std::string> const order{
        "covered",  "reserved",    "partial",         "gap",
        "untested", "option-used", "option-not-used", "outside-statutes"};
    return order;
}

std::uint64_t count_of(Counts const& counts, std::string_view verdict) {
    for (auto const& [name, number] : counts)
        if (name == verdict) return number;
    return 0;
}

std::vector<TodoGroup> grouped(std::vector<TodoRow> const& rows) {
    std::vector<TodoGroup> groups;
    for (auto const& row : rows) {
        auto const same = std::find_if(groups.begin(), groups.end(), [&](TodoGroup const& group) {
            return group.kind == row.kind && group.text == row.text && group.should == row.should &&
                   group.verified == row.verified;
        });
        if (same == groups.end())
            groups.push_back({row.kind, {row.obligation}, row.text, row.should, row.verified});
        else
            same->obligations.push_back(row.obligation);
    }
    return groups;
}

bool is_open(std::string_view verdict) {
    return verdict == "gap" || verdict == "partial" || verdict == "untested";
}

bool is_open_duty(ObligationRow const& row) {
    return !row.policy && row.force != "may" && is_open(row.verdict);
}

std::string headline(Report const& report) {
    auto duties = empty_counts();
    std::uint64_t all = 0;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations) {
            if (!row.mandatory) continue;
            ++all;
            count(duties, row.verdict);
        }
    if (all == 0) return {};
    auto const met = count_of(duties, "covered"), reserved = count_of(duties, "reserved"),
               unjudged = count_of(duties, "untested");
    auto text = fmt::format("Of {} {} {} {} met, {} in part, {} not", all, all == 1 ? "duty" : "duties", met,
                            met == 1 ? "is" : "are", count_of(duties, "partial"), count_of(duties, "gap"));
    if (reserved > 0) text += fmt::format("; {} reserved", reserved);
    if (unjudged > 0) text += fmt::format("; {} could not be judged from these acts", unjudged);
    return text + ".";
}

void summarise(Report& report) {
    report.counts = report.article_counts = empty_counts();
    for (auto const& article : report.articles) {
        auto& chapter = chapter_of(report, article);
        ++chapter.articles;
        count(report.article_counts, article.verdict);
        for (auto const& row : article.obligations) {
            count(report.counts, row.verdict);
            count(chapter.counts, row.verdict);
            if (row.verified != "checked") ++report.unverified;
            add_todo(report, row);
        }
    }
    std::stable_sort(report.todo.begin(), report.todo.end(),
                     [](auto const& a, auto const& b) { return urgency(a) < urgency(b); });
}

}  // namespace lacuna::report
