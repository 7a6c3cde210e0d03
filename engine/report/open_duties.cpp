#include "report/open_duties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::string_view why_names[] = {"cooperation", "nowhere", "own-act",    "elsewhere",
                                          "supply",      "narrow",  "recommended"};

// Titles of the acts that answer most duties of the chapter in which the article stands: one, or more where
// they answer as many.
[[nodiscard]] std::vector<std::string> acts_of_chapter(Report const& report, ArticleRow const& of) {
    std::map<std::string, std::size_t> answered;
    std::size_t most = 0;
    for (auto const& article : report.articles) {
        if (article.chapter != of.chapter || article.chapter_title != of.chapter_title) continue;
        for (auto const& row : article.obligations)
            if (row.mandatory && (row.verdict == "covered" || row.verdict == "partial") &&
                !row.provisions.empty())
                most = std::max(most, ++answered[row.provisions.front().act]);
    }
    std::vector<std::string> acts;
    for (auto const& [act, duties] : answered)
        if (duties == most) acts.push_back(act);
    return acts;
}

// Whether the act that a country wrote on the matter is one that usually holds the duty too: what it does not
// say is no less a gap for another law that may say it.
[[nodiscard]] bool of_own_act(Report const& report, ArticleRow const& article, ObligationRow const& duty) {
    auto const acts = acts_of_chapter(report, article);
    return std::any_of(duty.usual.begin(), duty.usual.end(), [&](UsualLaw const& law) {
        return std::any_of(law.read.begin(), law.read.end(), [&](std::string const& title) {
            return std::find(acts.begin(), acts.end(), title) != acts.end();
        });
    });
}

}  // namespace

bool is_in_view(Report const& report, std::string const& obligation) {
    return std::any_of(report.grounds.begin(), report.grounds.end(), [&](GroundView const& view) {
        return std::any_of(view.rows.begin(), view.rows.end(),
                           [&](GroundRow const& row) { return row.obligation == obligation; });
    });
}

namespace {

[[nodiscard]] std::string to_do(Report const& report, ObligationRow const& row) {
    for (auto const& todo : report.todo)
        if (todo.obligation == row.id && todo.kind != "narrow") return todo.text;
    return row.title;
}

}  // namespace

std::string_view to_string(WhyFirst why) {
    return why_names[static_cast<std::size_t>(why)];
}

WhyFirst why_first_of(std::string_view name) {
    auto const at = std::find(std::begin(why_names), std::end(why_names), name);
    return at == std::end(why_names) ? WhyFirst::nowhere : WhyFirst(at - std::begin(why_names));
}

std::string heading_of(WhyFirst why) {
    switch (why) {
        case WhyFirst::cooperation:
            return "Write first, for cooperation";
        case WhyFirst::nowhere:
            return "Write next";
        case WhyFirst::own_act:
            return "Look into other law, then write in the act on the matter";
        case WhyFirst::elsewhere:
            return "Read other law first, then write what it lacks";
        case WhyFirst::supply:
            return "Supply what is missing to judge";
        case WhyFirst::narrow:
            return "Where the law reaches further than is asked";
        case WhyFirst::recommended:
            return "Recommended, not binding";
    }
    return {};
}

std::string reason_of(Report const& report, WhyFirst why) {
    std::vector<std::string> views;
    for (auto const& view : report.grounds) views.push_back("“" + view.title + "”");
    switch (why) {
        case WhyFirst::cooperation:
            return fmt::format(
                "A view of cooperation needs these ({}). No other law is to be read first: none is known "
                "that may hold them, or law that was read has a part of it, to be mended where it stands, "
                "or is of the kind that holds it most often.",
                joined(views));
        case WhyFirst::nowhere:
            return "The acts that were read do not say these, or not in full, and no other law is to be read "
                   "first.";
        case WhyFirst::own_act:
            return "The act that answers most of the chapter is of a kind that usually holds these, and "
                   "does not say them, or not in full. A law that was not read may have them as well: look "
                   "into those named above before you write.";
        case WhyFirst::elsewhere:
            return "The acts that were read do not say these, or not in full; read the laws named above "
                   "before you write.";
        case WhyFirst::supply:
            return "Nothing can be said of these, for the reason given.";
        case WhyFirst::narrow:
            return "These duties are met, but without a limit that the instrument puts there to protect "
                   "people.";
        case WhyFirst::recommended:
            return "The instrument recommends these and does not bind to them.";
    }
    return {};
}

WhyFirst why_first(Report const& report, ArticleRow const& article, ObligationRow const& row) {
    if (row.verdict == "untested") return WhyFirst::supply;
    if (!unread_line(row).empty())
        return of_own_act(report, article, row) ? WhyFirst::own_act : WhyFirst::elsewhere;
    return is_in_view(report, row.id) ? WhyFirst::cooperation : WhyFirst::nowhere;
}

std::vector<OpenDuty> open_duties(Report const& report, WhyFirst why) {
    std::vector<OpenDuty> duties;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            if (row.mandatory && is_open(row.verdict) && why_first(report, article, row) == why)
                duties.push_back({&article, &row, to_do(report, row)});
    std::stable_sort(duties.begin(), duties.end(), [&](OpenDuty const& a, OpenDuty const& b) {
        return is_in_view(report, a.row->id) && !is_in_view(report, b.row->id);
    });
    return duties;
}

DutyCounts duties_of(Report const& report, ChapterRow const& chapter) {
    DutyCounts counts;
    for (auto const& article : report.articles) {
        if (article.chapter != chapter.chapter || article.chapter_title != chapter.title) continue;
        for (auto const& row : article.obligations) {
            if (!row.mandatory) continue;
            ++counts.all;
            if (row.verdict == "covered") ++counts.met;
            if (row.verdict == "partial") ++counts.part;
            if (row.verdict == "gap") ++(no_law_was_read(row) ? counts.unread : counts.open);
            if (row.verdict == "untested") ++counts.unjudged;
            if (row.verdict == "reserved") ++counts.reserved;
        }
    }
    return counts;
}

}  // namespace lacuna::report
