#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/unread_law.hpp"

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

bool is_open(std::string_view verdict) {
    return verdict == "gap" || verdict == "partial" || verdict == "untested";
}

bool is_open_duty(ObligationRow const& row) {
    return !row.policy && row.force != "may" && is_open(row.verdict);
}

std::string headline(Report const& report) {
    auto duties = empty_counts();
    std::uint64_t all = 0, unread = 0;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations) {
            if (!row.mandatory) continue;
            ++all;
            count(duties, row.verdict);
            if (no_law_was_read(row)) ++unread;
        }
    if (all == 0) return {};
    auto const met = count_of(duties, "covered"), reserved = count_of(duties, "reserved"),
               unjudged = count_of(duties, "untested");
    auto text =
        fmt::format("Of {} {} {} {} met, {} in part, {} not", all, all == 1 ? "duty" : "duties", met,
                    met == 1 ? "is" : "are", count_of(duties, "partial"), count_of(duties, "gap") - unread);
    if (unread > 0)
        text += fmt::format("; {} not found, and no law of the kind that usually has {} was read", unread,
                            unread == 1 ? "it" : "them");
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
        }
    }
    list_todo(report);
}

}  // namespace lacuna::report
