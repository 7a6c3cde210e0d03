#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/report.hpp"
#include "report/summary.hpp"
#include "report/text_details.hpp"
#include "report/text_style.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t article_limit = 24, todo_limit = 8, act_limit = 6, named_limit = 5;

[[nodiscard]] std::string plural(std::uint64_t number, std::string_view word) {
    return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

[[nodiscard]] std::string heading(Report const& report, TextStyle const& style) {
    auto title = style.bold(fmt::format("{} and the {}", country_of(report), report.instrument_title));
    if (!report.cite.empty()) title += style.dim(fmt::format("  ({})", report.cite));
    return title + '\n';
}

// A gap may be answered in an act that is named and was not read.
[[nodiscard]] std::string named(Report const& report, TextStyle const& style) {
    if (report.named.empty()) return {};
    return style.wrap("  named, not read: ", "           ", named_acts_line(report, named_limit));
}

[[nodiscard]] std::string acts(Report const& report, TextStyle const& style) {
    std::string out;
    std::size_t shown = 0;
    for (auto const& act : report.acts) {
        if (shown++ == act_limit && report.acts.size() > act_limit + 1) {
            out += fmt::format("  and {} more acts\n", report.acts.size() - act_limit);
            break;
        }
        std::string remark;
        if (!act.counts) remark += ", a bill: not counted";
        if (!act.spoken) remark += fmt::format(", no rules in its language ({})", act.language);
        if (!act.also_read.empty()) remark += ", read in " + languages_line(act);
        if (!act.unspoken.empty()) remark += ", " + unspoken_line(act);
        if (!act.balanced) remark += ", the account of its text does not balance";
        if (act.units == 0) remark += ", no provision could be read";
        out += fmt::format("  {}  {}\n", utf8::truncate(act.title, style.width() - 40),
                           style.dim(fmt::format("{}{}{}", plural(act.units, "provision"),
                                                 act.date.empty() ? "" : ", as at " + act.date, remark)));
        if (act.scrambled) out += style.verdict("gap", style.wrap("    ", "    ", scrambled_line()));
        if (act.repealed) out += style.wrap("    ", "    ", repealed_line(act));
    }
    for (auto const& file : report.unread)
        out += fmt::format("  {}  {}\n", file, style.verdict("gap", "could not be read"));
    if (!report.not_read.empty())
        out += style.wrap("  not given to be read: ", "           ",
                          fmt::format("{}", fmt::join(report.not_read, ", ")));
    for (auto const& row : report.no_law)
        out += style.wrap("  not read as law: ", "           ", set_aside_line(row));
    out += named(report, style);
    for (auto const& bill : report.bills) out += fmt::format("  read as if it were law: {}\n", bill);
    if (!report.assumed.empty())
        out += style.wrap("  assumed: ", "           ", fmt::format("{}", fmt::join(report.assumed, "; ")));
    return out;
}

[[nodiscard]] std::string counts(Report const& report, TextStyle const& style) {
    std::vector<std::string> parts;
    std::uint64_t all = 0;
    for (auto const& [verdict, number] : report.counts) {
        all += number;
        if (number > 0) parts.push_back(style.verdict(verdict, fmt::format("{} {}", number, verdict)));
    }
    auto const first = headline(report), unread = unread_summary(report);
    return (first.empty() ? "" : style.bold(style.wrap("", "  ", first))) +
           fmt::format("{}: {}\n", plural(all, "obligation"), fmt::join(parts, ", ")) +
           (unread.empty() ? "" : style.wrap("", "  ", unread));
}

// Where the article's verdict comes from: its best provisions.
[[nodiscard]] std::string places(ArticleRow const& article) {
    std::vector<std::string> found;
    for (auto const& row : article.obligations) {
        if (row.provisions.empty() || row.force == "may") continue;
        auto const& best = row.provisions.front();
        auto const& place = best.unit_citation.empty() ? best.citation : best.unit_citation;
        if (std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
    }
    return fmt::format("{}", fmt::join(found, ", "));
}

[[nodiscard]] std::string flags(ArticleRow const& article) {
    std::vector<std::string> found;
    for (auto const& row : article.obligations)
        for (auto const& flag : row.flags)
            if (row.mandatory && std::find(found.begin(), found.end(), flag) == found.end())
                found.push_back(flag);
    return found.empty() ? "" : fmt::format(" [{}]", fmt::join(found, ", "));
}

// The places, cut where they do not fit; the flags always whole.
[[nodiscard]] std::string evidence(ArticleRow const& article, std::size_t room) {
    auto const after = flags(article);
    auto const left = room > after.size() + 8 ? room - after.size() : 8;
    return utf8::truncate(places(article), left) + after;
}

[[nodiscard]] std::string article_table(Report const& report, TextStyle const& style) {
    bool const only_open = report.articles.size() > article_limit;
    auto out =
        style.dim("The second number counts the duties of an article, the first those that are met.\n");
    std::vector<std::string> whole, outside;
    auto const columns = style.width();
    for (auto const& article : report.articles) {
        if (only_open && (article.verdict == "covered" || article.verdict == "outside-statutes")) {
            (article.verdict == "covered" ? whole : outside).push_back(article.article);
            continue;
        }
        auto const number = fmt::format("{:>4}", article.article);
        auto const title = TextStyle::pad(utf8::truncate(article.title, columns * 2 / 5), columns * 2 / 5);
        auto const verdict = style.verdict(article.verdict, TextStyle::pad(article.verdict, 16));
        auto const met = duties_met(article);
        auto const used = 4 + 2 + columns * 2 / 5 + 2 + 16 + 1 + 5 + 2;
        auto const room = columns > used + 10 ? columns - used : 10;
        out += fmt::format("{}  {}  {} {:>5}  {}\n", number, title, verdict, met.empty() ? "-" : met,
                           evidence(article, room));
    }
    if (!whole.empty()) out += style.wrap("  covered: ", "    ", fmt::format("{}", fmt::join(whole, ", ")));
    if (!outside.empty())
        out +=
            style.wrap("  not for statutes to show: ", "    ", fmt::format("{}", fmt::join(outside, ", ")));
    return out;
}

// "13.b", "30.1.a +3" where more obligations have the same thing to do; "?" where the text is not verified.
[[nodiscard]] std::string called(TodoGroup const& row) {
    auto const more = row.obligations.size() - 1;
    return row.obligations.front() + (more > 0 ? fmt::format(" +{}", more) : "") + (row.verified ? "" : " ?");
}

[[nodiscard]] std::string todo(Report const& report, TextStyle const& style) {
    if (report.todo.empty()) return {};
    auto out = style.bold("What to do first") + '\n';
    std::size_t shown = 0;
    auto const rows = grouped(report.todo);
    for (auto const& row : rows) {
        if (shown++ == todo_limit) break;
        if (shown == 1 || row.why != rows[shown - 2].why) out += ' ' + style.dim(heading_of(row.why)) + '\n';
        auto const& verdict = row.kind == "add" ? "gap" : row.kind == "supply" ? "untested" : "partial";
        auto const line = utf8::truncate((row.should ? "(should) " : "") + row.text, style.width() - 22);
        out += fmt::format("  {} {} {}\n", style.verdict(verdict, TextStyle::pad(row.kind, 7)),
                           TextStyle::pad(called(row), 11), line);
    }
    if (rows.size() > todo_limit) out += fmt::format("  and {} more\n", rows.size() - todo_limit);
    return out;
}

}  // namespace

std::string to_text(Report const& report, TextOptions options) {
    TextStyle const style(options.colour, options.width);
    auto out = heading(report, style) + acts(report, style) + '\n' + counts(report, style) + '\n' +
               article_table(report, style) + '\n' + todo(report, style);
    if (report.unverified > 0)
        out += style.dim(fmt::format("? {} not checked against the authentic text of the instrument\n",
                                     plural(report.unverified, "obligation")));
    if (options.details) out += text_details(report, style);
    return out;
}

}  // namespace lacuna::report
