#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "report/html_writer.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t todo_limit = 7, named_limit = 8;

[[nodiscard]] std::string bar(Counts const& counts) {
    std::string out = R"(<div class="bar" aria-hidden="true">)";
    for (auto const& [verdict, number] : counts)
        if (number > 0)
            out += fmt::format(R"(<span class="v-{}" style="flex:{}"></span>)", slug(verdict), number);
    out += "</div><ul class=\"counts\">";
    for (auto const& [verdict, number] : counts)
        if (number > 0) out += fmt::format("<li><b>{}</b> {}</li>", number, verdict_pill(verdict));
    return out + "</ul>\n";
}

// How many duties of an article are met, where it is neither none nor all: a gap may be one of eight.
[[nodiscard]] std::string part_met(ArticleRow const& article) {
    auto const met = article.verdict == "covered" ? std::string() : duties_met(article);
    return met.empty() || met == "0/1" ? std::string() : fmt::format(R"( <span class="met">{}</span>)", met);
}

[[nodiscard]] std::string cell(ArticleRow const& article) {
    return fmt::format(
        R"(<li><a class="v-{}" href="#a-{}" title="{}: {}">{}<small>{}<span class="sr"> {}</span>{}</small></a></li>)",
        slug(article.verdict), slug(article.article), escape_html(article.title),
        escape_html(article.verdict), escape_html(article.article), verdict_sign(article.verdict),
        escape_html(article.verdict), part_met(article));
}

[[nodiscard]] std::string heat(Report const& report) {
    std::string out = R"(<section class="card heat" aria-labelledby="h-heat"><h2 id="h-heat">Articles</h2>)";
    for (auto const& chapter : report.chapters) {
        if (!chapter.chapter.empty() || !chapter.title.empty())
            out += fmt::format("<h3>{} {}</h3>", escape_html(chapter.chapter), escape_html(chapter.title));
        out += "<ul class=\"cells\">";
        for (auto const& article : report.articles)
            if (article.chapter == chapter.chapter && article.chapter_title == chapter.title)
                out += cell(article);
        out += "</ul>";
    }
    return out + "</section>\n";
}

[[nodiscard]] std::string_view verdict_of(std::string_view kind) {
    return kind == "add" ? "gap" : kind == "supply" ? "untested" : "partial";
}

[[nodiscard]] std::string todo_item(TodoGroup const& row) {
    std::string const remark = row.verified ? "" : "text not verified";
    std::string links;
    for (auto const& id : row.obligations)
        links += fmt::format(R"(<a href="#o-{}">{}</a> )", slug(id), escape_html(id));
    return fmt::format(R"(<li><span class="pill v-{}">{}</span><span>{}{}{}</span></li>)",
                       verdict_of(row.kind), escape_html(row.kind), links, escape_html(row.text),
                       remark.empty() ? "" : " <small class=\"soft\">(" + remark + ")</small>");
}

// Each stretch that is to be done for the same reason under its heading.
[[nodiscard]] std::string todo_items(std::vector<TodoGroup> const& rows, std::size_t begin, std::size_t end) {
    std::string out;
    for (auto i = begin; i < end; ++i) {
        if (i == begin || rows[i].why != rows[i - 1].why)
            out += fmt::format(R"({}<h3>{}</h3><ul class="todo">)", i == begin ? "" : "</ul>",
                               escape_html(heading_of(rows[i].why)));
        out += todo_item(rows[i]);
    }
    return out + "</ul>";
}

[[nodiscard]] std::string todo(Report const& report) {
    std::string out =
        R"(<section class="card" aria-labelledby="h-todo"><h2 id="h-todo">What to do first</h2>)";
    if (report.todo.empty()) return out + "<p>Nothing: every duty is met.</p></section>\n";
    auto const rows = grouped(report.todo);
    auto const shown = std::min(rows.size(), todo_limit);
    out += todo_items(rows, 0, shown);
    if (rows.size() > shown)
        out += fmt::format("<details><summary>{} more</summary>{}</details>", rows.size() - shown,
                           todo_items(rows, shown, rows.size()));
    return out + "</section>\n";
}

[[nodiscard]] std::string notes(Report const& report) {
    std::string out;
    auto const note = [&](std::string_view text) { out += fmt::format("<li>{}</li>", escape_html(text)); };
    for (auto const& file : report.unread) note(fmt::format("{} could not be read.", file));
    for (auto const& text : reading_notes(report, named_limit)) note(text);
    for (auto const& bill : report.bills) note(fmt::format("{} was read as if it were law.", bill));
    for (auto const& sentence : report.assumed) note(fmt::format("Assumed: {}.", sentence));
    if (report.unverified > 0)
        note(fmt::format("{} obligations were not checked against the authentic text; each is marked.",
                         report.unverified));
    if (!report.instrument_note.empty()) note(report.instrument_note);
    return out.empty() ? out : "<ul class=\"notes\">" + out + "</ul>";
}

void add_options(std::string& out, std::vector<std::pair<std::string, std::string>> const& options) {
    for (auto const& [value, label] : options)
        out += fmt::format(R"(<option value="{}">{}</option>)", escape_html(value), escape_html(label));
    out += "</select>";
}

}  // namespace

// What the words of the report mean; the same for every instrument.
constexpr std::string_view legend =
    R"(<section class="wide legend"><details><summary>How to read this report</summary>
<dl class="small">
<dt>covered</dt><dd>a provision in force has every element that the obligation asks for; its words are quoted</dd>
<dt>partial</dt><dd>a provision comes near, but an element is missing or the law asks for more than is allowed</dd>
<dt>gap</dt><dd>that kind of law was read and nothing was found; a near miss is a provision that has some of the words, with what it lacks</dd>
<dt>untested</dt><dd>no rule, no words of the rules in the language of the act, or no act of that kind in the set: nothing is said about the law</dd>
<dt>reserved</dt><dd>the country has declared that it will not apply this</dd>
<dt>option-used, option-not-used</dt><dd>the instrument permits it (“may”); neither is a fault</dd>
<dt>outside-statutes</dt><dd>not for a statute to show: practice, policy, relations between States</dd>
<dt>broader</dt><dd>covered, but without an element that protects people: the law reaches further</dd>
<dt>decided</dt><dd>a reviewer has decided; the computed verdict stands beside it</dd>
<dt>6/8</dt><dd>of the eight duties of an article six are met; the article takes the verdict of its worst duty</dd>
<dt>shall, shall-dl, should, may</dt><dd>a duty; a duty within the limits of national law; a recommendation; an option</dd>
<dt>text: memory, secondary</dt><dd>the obligation was not checked against the authentic text of the instrument</dd>
<dt>elements</dt><dd>the parts of a norm, by the names that the rules give them; each is found in words that are quoted, or missing</dd>
</dl></details></section>
)";

std::string html_summary(Report const& report) {
    std::string out = R"(<section class="wide summary" aria-label="Summary">)";
    out += R"(<section class="card all" aria-labelledby="h-count"><h2 id="h-count">Obligations</h2>)";
    if (auto const first = headline(report); !first.empty())
        out += fmt::format("<p class=\"headline\">{}</p>\n", escape_html(first));
    return out + bar(report.counts) + notes(report) + "</section>\n" + heat(report) + todo(report) +
           "</section>\n" + std::string(legend);
}

std::string html_filters(Report const& report) {
    std::string out =
        R"(<div class="filters js-only" role="search" aria-label="Filter the obligations"><div class="wide">)";
    out += R"(<select id="f-verdict" aria-label="Verdict"><option value="">every verdict</option>)";
    std::vector<std::pair<std::string, std::string>> options;
    for (auto const& [verdict, number] : report.counts)
        if (number > 0) options.emplace_back(verdict, fmt::format("{} ({})", verdict, number));
    options.emplace_back("broader", "flag: broader");
    add_options(out, options);
    out += R"(<select id="f-chapter" aria-label="Chapter"><option value="">every chapter</option>)";
    options.clear();
    for (auto const& chapter : report.chapters)
        options.emplace_back(slug(chapter.chapter), fmt::format("{} {}", chapter.chapter, chapter.title));
    add_options(out, options);
    out += R"(<select id="f-act" aria-label="Act"><option value="">every act</option>)";
    options.clear();
    for (std::size_t i = 0; i < report.acts.size(); ++i)
        options.emplace_back(std::to_string(i), report.acts[i].title);
    add_options(out, options);
    return out + R"(<input id="f-search" type="search" placeholder="Search words" aria-label="Search words">
<button id="f-clear" type="button">Show all</button><output id="f-count" aria-live="polite"></output></div></div>
)";
}

std::string html_acts(Report const& report) {
    std::string out =
        R"(<section class="wide" id="acts" aria-labelledby="h-acts"><h2 id="h-acts">Acts read</h2>
<p class="soft small">Where every character of each act went: the columns add up to the text of the act.</p><div class="scroll" tabindex="0" role="region" aria-label="Table of acts">
<table><thead><tr><th scope="col">Act</th><th scope="col">As at</th><th scope="col">Language</th><th scope="col">Provisions</th><th scope="col">Characters</th><th scope="col">Account</th></tr></thead><tbody>
)";
    for (auto const& act : report.acts) {
        std::vector<std::string> account;
        for (auto const& [name, number] : act.account)
            if (number > 0) account.push_back(fmt::format("{} {}", name, number));
        auto remarks = fmt::format("{}", fmt::join(account, ", "));
        if (!act.balanced) remarks += "; does not balance";
        if (!act.counts) remarks += "; a bill, not counted";
        if (!act.spoken) remarks += "; no rules in this language";
        if (!act.unspoken.empty()) remarks += "; " + unspoken_line(act);
        if (act.scrambled) remarks += "; " + scrambled_line();
        if (act.repealed) remarks += "; " + repealed_line(act);
        out += fmt::format(
            R"(<tr><th scope="row">{}<br><code>{}</code></th><td>{}</td><td>{}</td><td class="num-cell">{}</td><td class="num-cell">{}</td><td class="small">{}</td></tr>
)",
            escape_html(act.title), escape_html(act.file), escape_html(act.date),
            escape_html(languages_line(act)), act.units, act.characters, escape_html(remarks));
    }
    out += "</tbody></table></div>\n";
    if (!report.named.empty())
        out += fmt::format("<p class=\"small\">Named in these acts and not read: {}.</p>\n",
                           escape_html(named_acts_line(report, report.named.size())));
    return out + "</section>\n";
}

}  // namespace lacuna::report
