#include "report/brief.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t law_rows = 8, ids_shown = 6, lines_shown = 3, narrow_rows = 8, named_shown = 4;

// The first `most`, and how many more there are.
[[nodiscard]] std::vector<std::string> first_of(std::vector<std::string> texts, std::size_t most) {
    auto const more = texts.size() > most + 1 ? texts.size() - most : 0;
    texts.resize(texts.size() - more);
    if (more > 0) texts.push_back(fmt::format("and {} more", more));
    return texts;
}

void add_standing(Report const& report, Paper& paper) {
    paper.heading("In short");
    paper.paragraph(headline(report), Words::Look::bold);
    if (auto unread = unread_summary(report); !unread.empty()) paper.paragraph(std::move(unread));
    PaperTable table{{{"Chapter", 9},
                      {"Duties", 2},
                      {"Met", 2},
                      {"In part", 2},
                      {"Not met", 2},
                      {"Not judged", 2},
                      {"Reserved", 3}},
                     {}};
    for (auto const& chapter : report.chapters) {
        auto const duties = duties_of(report, chapter);
        if (duties.all == 0) continue;
        auto const number = [](std::uint64_t value, std::string_view verdict) {
            return value == 0 ? text_cell("0") : verdict_cell(std::to_string(value), std::string(verdict));
        };
        auto const name = chapter.chapter.empty() ? chapter.title : chapter.chapter + ". " + chapter.title;
        table.rows.push_back({text_cell(name), text_cell(std::to_string(duties.all)),
                              number(duties.met, "covered"), number(duties.part, "partial"),
                              number(duties.open, "gap"), number(duties.unjudged, "untested"),
                              number(duties.reserved, "reserved")});
    }
    paper.table(std::move(table));
}

void add_unread(Report const& report, Paper& paper) {
    auto const laws = unread_laws(report);
    if (laws.empty()) return;
    paper.heading("Law to read before anything is written");
    paper.paragraph("What is open below may be answered in these laws, which were not read.");
    PaperTable table{{{"Law", 3}, {"Acts of that kind", 4}, {"Open duties that it may answer", 4}}, {}};
    for (std::size_t i = 0; i < laws.size() && i < law_rows; ++i) {
        auto const& law = laws[i];
        table.rows.push_back(
            {text_cell(law.law),
             text_cell(law.named.empty() ? "none was read, and none is named"
                                         : "named and not read: " + joined(first_of(law.named, named_shown))),
             text_cell(fmt::format("{}: {}", law.obligations.size(),
                                   joined(first_of(law.obligations, ids_shown))))});
    }
    paper.table(std::move(table));
}

// One row for each article: what of it is open, and what to write.
[[nodiscard]] PaperTable open_table(Report const& report, std::vector<OpenDuty> const& duties) {
    PaperTable table{{{"Article", 8}, {"Duties met", 3}, {"What to write", 20}}, {}};
    for (auto const& article : report.articles) {
        std::vector<std::string> lines;
        for (auto const& duty : duties)
            if (duty.article == &article) lines.push_back(fmt::format("{}: {}", duty.row->id, duty.text));
        if (lines.empty()) continue;
        table.rows.push_back({text_cell(article.article + " " + article.title),
                              verdict_cell(duties_met(article), article.verdict),
                              lines_cell(first_of(std::move(lines), lines_shown))});
    }
    return table;
}

void add_open(Report const& report, Paper& paper) {
    for (auto const why : {WhyFirst::cooperation, WhyFirst::nowhere, WhyFirst::elsewhere, WhyFirst::supply}) {
        auto const duties = open_duties(report, why);
        if (duties.empty()) continue;
        paper.heading(fmt::format("{} ({})", heading_of(why), duties.size()));
        paper.paragraph(reason_of(report, why));
        if (why != WhyFirst::supply) {
            paper.table(open_table(report, duties));
            continue;
        }
        for (auto const& group : grouped(report.todo))
            if (group.kind == "supply" && !group.should)
                paper.item(fmt::format("{}: {}", joined(first_of(group.obligations, ids_shown)), group.text));
    }
}

void add_narrow(Report const& report, Paper& paper) {
    std::vector<std::string> lines;
    for (auto const& row : report.todo)
        if (row.kind == "narrow") lines.push_back(fmt::format("{}: {}", row.obligation, row.text));
    if (lines.empty()) return;
    paper.heading(fmt::format("Where the law reaches further than is asked ({})", lines.size()));
    paper.paragraph(
        "These duties are met, but without a limit that the instrument puts there to protect people.");
    for (auto& line : first_of(std::move(lines), narrow_rows)) paper.item(std::move(line));
}

void add_met(Report const& report, Paper& paper) {
    std::vector<std::string> met;
    for (auto const& article : report.articles) {
        if (article.verdict != "covered" && article.verdict != "reserved") continue;
        std::string place;
        for (auto const& row : article.obligations)
            if (place.empty() && row.mandatory && !row.provisions.empty())
                place = place_in_act(row.provisions.front());
        met.push_back(
            fmt::format("{} {}{}", article.article, article.title, place.empty() ? "" : " (" + place + ")"));
    }
    paper.heading("What is met");
    paper.paragraph(met.empty() ? "No article is met in full." : joined(met, "; ") + ".");
    std::vector<std::string> should;
    for (auto const& row : report.todo)
        if (row.should) should.push_back(row.obligation);
    if (!should.empty())
        paper.paragraph(
            fmt::format("Open as well, of what the instrument recommends and does not bind to: {}.",
                        joined(first_of(should, 2 * ids_shown))));
}

void add_limits(Report const& report, Paper& paper) {
    paper.heading("What this rests on");
    paper.item("Acts read: " + acts_read(report) + ".");
    for (auto const& file : report.unread) paper.item(file + " could not be read.");
    for (auto const& bill : report.bills) paper.item(bill + " was read as if it were law.");
    if (!report.assumed.empty()) paper.item("Assumed: " + joined(report.assumed, "; ") + ".");
    for (auto const& text : caveats(report)) paper.item(text);
    paper.item("The full report quotes the words of the law for every verdict, article by article.");
}

}  // namespace

Paper brief(Report const& report) {
    Paper paper{
        fmt::format("{} and the {}: a brief", country_of(report), report.instrument_title), report.cite, {}};
    add_standing(report, paper);
    add_unread(report, paper);
    add_open(report, paper);
    add_narrow(report, paper);
    add_met(report, paper);
    add_limits(report, paper);
    return paper;
}

}  // namespace lacuna::report
