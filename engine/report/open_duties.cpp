#include "report/open_duties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::string_view why_names[] = {"cooperation", "nowhere", "elsewhere",
                                          "supply",      "narrow",  "recommended"};

[[nodiscard]] bool in_view(Report const& report, std::string const& obligation) {
    return std::any_of(report.grounds.begin(), report.grounds.end(), [&](GroundView const& view) {
        return std::any_of(view.rows.begin(), view.rows.end(),
                           [&](GroundRow const& row) { return row.obligation == obligation; });
    });
}

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
            return "To write first";
        case WhyFirst::nowhere:
            return "To write";
        case WhyFirst::elsewhere:
            return "To write, unless law that was not read has it";
        case WhyFirst::supply:
            return "To read: nothing is known";
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
                "A view of cooperation needs these ({}), and no law is known to be unread that "
                "may hold them.",
                joined(views));
        case WhyFirst::nowhere:
            return "The acts that were read do not say these, or not in full.";
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

WhyFirst why_first(Report const& report, ObligationRow const& row) {
    if (row.verdict == "untested") return WhyFirst::supply;
    if (!unread_line(row).empty()) return WhyFirst::elsewhere;
    return in_view(report, row.id) ? WhyFirst::cooperation : WhyFirst::nowhere;
}

std::vector<OpenDuty> open_duties(Report const& report, WhyFirst why) {
    std::vector<OpenDuty> duties;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            if (row.mandatory && is_open(row.verdict) && why_first(report, row) == why)
                duties.push_back({&article, &row, to_do(report, row)});
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
            if (row.verdict == "gap") ++counts.open;
            if (row.verdict == "untested") ++counts.unjudged;
            if (row.verdict == "reserved") ++counts.reserved;
        }
    }
    return counts;
}

}  // namespace lacuna::report
