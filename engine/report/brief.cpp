#include "report/brief.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

constexpr auto what_mark_says =
    "A question mark: the text of the duty was not checked against the authentic text of the instrument.";

constexpr std::size_t law_rows = 8, ids_shown = 6, lines_shown = 3, narrow_rows = 8, named_shown = 4;

void add_standing(Report const& report, Paper& paper) {
    paper.heading("In short");
    paper.paragraph(headline(report), Words::Look::bold);
    if (auto unread = unread_summary(report); !unread.empty()) paper.paragraph(std::move(unread));
    for (auto const& doubt : doubts(report)) paper.paragraph(doubt, Words::Look::bold);
    PaperTable table{{{"Chapter", 6},
                      {"Duties", 2},
                      {"Met", 2},
                      {"In part", 2},
                      {"Not met", 2},
                      {"Law not read", 2},
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
                              number(duties.open, "gap"), number(duties.unread, "gap"),
                              number(duties.unjudged, "untested"), number(duties.reserved, "reserved")});
    }
    paper.table(std::move(table));
}

void add_unread(Report const& report, Paper& paper) {
    auto const laws = unread_laws(report);
    if (laws.empty()) return;
    paper.heading("Law to read before anything is written");
    paper.paragraph("What is open below may be answered in these laws, which were not read.");
    PaperTable table{{{"Law", 3}, {"Acts of that kind", 4}, {"Open duties that it may answer", 4}}, {}};
    auto const shown = laws.size() > law_rows + 1 ? law_rows : laws.size();
    for (std::size_t i = 0; i < shown; ++i) {
        auto const& law = laws[i];
        table.rows.push_back(
            {text_cell(law.law),
             text_cell(law.named.empty() ? "none was read, and none is named by its title"
                                         : "named and not read: " + joined(few(law.named, named_shown))),
             text_cell(
                 fmt::format("{}: {}", law.obligations.size(), joined(few(law.obligations, ids_shown))))});
    }
    paper.table(std::move(table));
    if (laws.size() > shown) paper.paragraph(fmt::format("And {} more kinds of law.", laws.size() - shown));
}

// "12.1", "17.1.b ?": marked where its text was not checked against the instrument's.
[[nodiscard]] std::string marked(ObligationRow const& row) {
    return row.verified == "checked" ? row.id : row.id + " ?";
}

// What to write; of what is to be looked for in other law the first lines, the others by their numbers.
[[nodiscard]] std::vector<std::string> lines_of(std::vector<OpenDuty const*> const& duties, WhyFirst why) {
    bool const cut = why == WhyFirst::elsewhere && duties.size() > lines_shown + 1;
    auto const shown = cut ? lines_shown : duties.size();
    std::vector<std::string> lines, others;
    for (std::size_t i = 0; i < duties.size(); ++i)
        if (i < shown)
            lines.push_back(fmt::format("{}: {}", marked(*duties[i]->row), duties[i]->text));
        else
            others.push_back(marked(*duties[i]->row));
    if (!others.empty()) lines.push_back("and " + joined(others));
    return lines;
}

// One row for each article: what of it is open, and what to write.
[[nodiscard]] PaperTable open_table(std::vector<OpenDuty> const& duties, WhyFirst why) {
    PaperTable table{{{"Article", 8}, {"Duties met", 3}, {"What to write", 20}}, {}};
    std::vector<ArticleRow const*> articles;  // in the order of their first duty
    for (auto const& duty : duties)
        if (std::find(articles.begin(), articles.end(), duty.article) == articles.end())
            articles.push_back(duty.article);
    for (auto const* article : articles) {
        std::vector<OpenDuty const*> of_article;
        for (auto const& duty : duties)
            if (duty.article == article) of_article.push_back(&duty);
        table.rows.push_back({text_cell(article->article + " " + article->title),
                              verdict_cell(duties_met(*article), article->verdict),
                              lines_cell(lines_of(of_article, why))});
    }
    return table;
}

// The same reason is said once.
void add_supply(std::vector<OpenDuty> const& duties, Paper& paper) {
    std::vector<std::pair<std::string, std::vector<std::string>>> reasons;
    for (auto const& duty : duties) {
        auto const known = std::find_if(reasons.begin(), reasons.end(),
                                        [&](auto const& reason) { return reason.first == duty.text; });
        if (known == reasons.end())
            reasons.push_back({duty.text, {duty.row->id}});
        else
            known->second.push_back(duty.row->id);
    }
    for (auto const& [text, ids] : reasons)
        paper.item(fmt::format("{}: {}", joined(few(ids, ids_shown)), text));
}

void add_open(Report const& report, Paper& paper) {
    for (auto const why : {WhyFirst::cooperation, WhyFirst::nowhere, WhyFirst::own_act, WhyFirst::elsewhere,
                           WhyFirst::supply}) {
        auto const duties = open_duties(report, why);
        if (duties.empty()) continue;
        paper.heading(fmt::format("{} ({})", heading_of(why), duties.size()));
        paper.paragraph(reason_of(report, why));
        bool const unchecked = std::any_of(duties.begin(), duties.end(), [](OpenDuty const& duty) {
            return duty.row->verified != "checked";
        });
        if (unchecked) paper.paragraph(what_mark_says);
        if (why != WhyFirst::supply) {
            paper.table(open_table(duties, why));
            continue;
        }
        add_supply(duties, paper);
    }
}

void add_narrow(Report const& report, Paper& paper) {
    std::vector<std::string> lines;
    for (auto const& row : report.todo)
        if (row.kind == "narrow")
            lines.push_back(fmt::format("{}{}: {}", row.obligation, row.verified ? "" : " ?", row.text));
    if (lines.empty()) return;
    paper.heading(fmt::format("{} ({})", heading_of(WhyFirst::narrow), lines.size()));
    paper.paragraph(reason_of(report, WhyFirst::narrow));
    for (auto& line : few(std::move(lines), narrow_rows)) paper.item(std::move(line));
    for (auto& line : general_rule_lines(report)) paper.paragraph(std::move(line));
}

// Reservations that the instrument permits for duties that are open.
void add_reservations(Report const& report, Paper& paper) {
    std::vector<std::pair<std::string, std::vector<std::string>>> found;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            for (auto const& permit : row.advice.permits) {
                if (permit.kind != "reservation") continue;
                auto const text = fmt::format("{} ({})", permit.text, permit.obligation);
                if (found.empty() || found.back().first != text) found.push_back({text, {}});
                found.back().second.push_back(row.id);
            }
    if (found.empty()) return;
    paper.heading("Reservations that would permit less");
    for (auto const& [text, ids] : found)
        paper.item(fmt::format("{}: for {}", text, joined(few(ids, ids_shown))));
}

[[nodiscard]] std::string with_place(Report const& report, ArticleRow const& article) {
    for (auto const& row : article.obligations)
        if (row.mandatory && !row.provisions.empty())
            return fmt::format("{} {}: {}", article.article, article.title,
                               place_in_set(report, row.provisions.front()));
    return article.article + " " + article.title;
}

void add_met(Report const& report, Paper& paper) {
    std::vector<std::string> met, reserved;
    for (auto const& article : report.articles) {
        if (article.verdict == "covered") met.push_back(with_place(report, article));
        if (article.verdict == "reserved") reserved.push_back(article.article + " " + article.title);
    }
    paper.heading("What is met");
    if (met.empty()) paper.paragraph("No article is met in full.");
    for (auto& line : met) paper.item(std::move(line));
    if (!reserved.empty()) paper.paragraph("Met but for what is reserved: " + joined(reserved, "; ") + ".");
    std::vector<std::string> should;
    for (auto const& row : report.todo)
        if (row.should) should.push_back(row.obligation);
    if (!should.empty())
        paper.paragraph(
            fmt::format("Open as well, of what the instrument recommends and does not bind to: {}.",
                        joined(few(should, 2 * ids_shown))));
}

void add_limits(Report const& report, Paper& paper) {
    paper.heading("What this rests on");
    paper.item("Acts read: " + acts_read(report) + ".");
    for (auto const& file : report.unread) paper.item(file + " could not be read.");
    for (auto const& bill : report.bills) paper.item(bill + " was read as if it were law.");
    if (!report.assumed.empty()) paper.item("Assumed: " + joined(report.assumed, "; ") + ".");
    std::vector<std::string> said{unread_summary(report)};  // at the beginning
    for (auto& doubt : doubts(report)) said.push_back(std::move(doubt));
    for (auto const& text : reading_notes(report, named_shown))
        if (std::find(said.begin(), said.end(), text) == said.end()) paper.item(text);
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
    add_reservations(report, paper);
    add_met(report, paper);
    add_limits(report, paper);
    return paper;
}

}  // namespace lacuna::report
