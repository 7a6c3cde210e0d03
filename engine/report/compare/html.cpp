#include <fmt/format.h>

#include "report/compare/comparison.hpp"
#include "report/compare/words.hpp"
#include "report/html_writer.hpp"
#include "report/phrases.hpp"
#include "report_html_assets.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t shown_provisions = 3;  // of each side; the reports have the rest

[[nodiscard]] std::string item(std::string const& text) {
    return fmt::format("<li>{}</li>", escape_html(text));
}

[[nodiscard]] std::string runs(Comparison const& comparison) {
    auto const run = [](std::string_view which, std::string const& name, Report const& report) {
        auto const date = report.as_of.empty() ? std::string() : " · as at " + report.as_of;
        return fmt::format("<dt>{}</dt><dd>{}{}</dd>", which, escape_html(name), escape_html(date));
    };
    return "<dl class=\"runs\">" + run("First", comparison.a_name, *comparison.a) +
           run("Second", comparison.b_name, *comparison.b) + "</dl>";
}

[[nodiscard]] std::string tally(Comparison const& comparison) {
    std::string out = "<ul class=\"tally\">";
    for (auto const change : all_changes())
        if (auto const number = comparison.count(change); number > 0)
            out += fmt::format(R"(<li><b>{}</b><a href="#g-{}">{}</a></li>)", number, to_string(change),
                               heading_of(change));
    return out + fmt::format("<li><b>{}</b>unchanged</li></ul>", comparison.unchanged);
}

[[nodiscard]] std::string bill_card(BillRow const& bill) {
    auto out = fmt::format(
        R"(<section class="card all bill"><h2>{}</h2><p class="soft small"><code>{}</code></p><p><span class="from">a bill, not in force</span></p>)",
        escape_html(bill.title), escape_html(bill.file));
    if (!bill.not_applied.empty()) {
        out += "<h3>Not applied: what it would change stays as it is</h3><ul class=\"left-out\">";
        for (auto const& one : bill.not_applied) out += item(bill_change_line(one));
        out += "</ul>";
    }
    if (bill.applied.empty()) return out + "<p>It changes no act of the set.</p></section>\n";
    out += "<h3>Applied</h3><ul>";
    for (auto const& one : bill.applied) out += item(bill_change_line(one));
    return out + "</ul></section>\n";
}

[[nodiscard]] std::string summary(Comparison const& comparison) {
    std::string out = R"(<section class="wide summary" aria-label="Summary">)";
    out += R"(<section class="card all" aria-labelledby="h-sum"><h2 id="h-sum">What changed</h2>)";
    out += fmt::format("<p>{}.</p>", escape_html(summary_line(comparison)));
    out += tally(comparison);
    for (auto const& line : standing_lines(comparison)) out += fmt::format("<p>{}</p>\n", escape_html(line));
    out += "</section>\n";
    out += R"(<section class="card all" aria-labelledby="h-runs"><h2 id="h-runs">The two runs</h2>)";
    out += runs(comparison);
    if (comparison.differences.empty()) {
        out += "<p>Rules, date and the text of every act are the same.</p>";
    } else {
        out += "<ul>";
        for (auto const& one : comparison.differences) out += item(one.text);
        out += "</ul>";
    }
    out += "</section>\n";
    for (auto const& bill : comparison.bills) out += bill_card(bill);
    return out + "</section>\n";
}

[[nodiscard]] std::string filters(Comparison const& comparison) {
    if (comparison.changes.empty()) return {};
    std::string out =
        R"(<div class="filters js-only" role="search" aria-label="Filter the changes"><div class="wide">)";
    out += R"(<select id="f-change" aria-label="Kind of change"><option value="">every change</option>)";
    for (auto const change : all_changes())
        if (auto const number = comparison.count(change); number > 0)
            out += fmt::format(R"(<option value="{}">{} ({})</option>)", to_string(change),
                               heading_of(change), number);
    return out +
           R"(</select><input id="f-search" type="search" placeholder="Search words" aria-label="Search words">
<button id="f-clear" type="button">Show all</button><output id="f-count" aria-live="polite"></output></div></div>
)";
}

[[nodiscard]] std::string language_of(Report const& report, std::string const& file) {
    for (auto const& act : report.acts)
        if (act.file == file) return act.language;
    return {};
}

[[nodiscard]] std::string side(std::string_view title, ObligationRow const* row, Report const& report) {
    auto out = fmt::format("<section><h4>{}</h4>", title);
    if (row == nullptr) return out + "<p>Not in this run.</p></section>";
    out += fmt::format("<p>{} {}.</p>", verdict_pill(row->verdict), escape_html(row->reason));
    auto const& rows = row->provisions.empty() ? row->near_misses : row->provisions;
    for (std::size_t i = 0; i < rows.size() && i < shown_provisions; ++i)
        out += html_provision(rows[i], language_of(report, rows[i].file));
    if (rows.size() > shown_provisions)
        out += fmt::format("<p class=\"soft small\">and {} more, in the report of this run</p>",
                           rows.size() - shown_provisions);
    return out + "</section>";
}

[[nodiscard]] std::string change(ChangeRow const& row, Comparison const& comparison) {
    auto out = fmt::format(
        R"(<article class="ob c-{0}" id="o-{1}" data-change="{0}"><header><h3><a href="#o-{1}"><span class="id">{2}</span>{3}</a></h3><div class="side">)",
        to_string(row.change), slug(row.id), escape_html(row.id), escape_html(row.title));
    auto const &before = row.before, after = row.after;
    if (before != nullptr) out += verdict_pill(before->verdict);
    if (before != nullptr && after != nullptr && before->verdict != after->verdict)
        out += R"(<span aria-hidden="true">→</span><span class="sr">, then </span>)";
    if (after != nullptr && (before == nullptr || before->verdict != after->verdict))
        out += verdict_pill(after->verdict);
    out += "</div></header><ul class=\"reasons\">";
    for (auto const& reason : row.why) out += item(reason.text);
    if (auto const flags = flags_line(row); !flags.empty()) out += item(flags);
    out += "</ul>";
    for (auto const& line : evidence_lines(row))
        out += fmt::format("<p class=\"meta\"><span class=\"from\">bill</span> {}</p>", escape_html(line));
    out += fmt::format(
        "<details><summary>The words before and after<span class=\"sr\">: {}</span></summary><div "
        "class=\"sides\">",
        escape_html(row.id));
    out += side("First run", before, *comparison.a) + side("Second run", after, *comparison.b);
    return out + "</div></details></article>\n";
}

[[nodiscard]] std::string changes(Comparison const& comparison) {
    std::string out;
    for (auto const kind : all_changes()) {
        if (comparison.count(kind) == 0) continue;
        out += fmt::format("<section class=\"article group\" id=\"g-{}\"><header><h2>{}</h2></header>\n",
                           to_string(kind), heading_of(kind));
        for (auto const& row : comparison.changes)
            if (row.change == kind) out += change(row, comparison);
        out += "</section>\n";
    }
    return out.empty() ? "<p>No obligation changed.</p>" : out;
}

}  // namespace

std::string to_html(Comparison const& comparison) {
    auto const& report = *comparison.b;
    PageFrame frame;
    auto const who = country_of(report);
    frame.title = who + ": what changed, " + report.instrument_title;
    frame.heading = who + ": what changed";
    frame.under = report.instrument_title;
    frame.skip_to = "changes";
    frame.skip_words = "Skip to the changes";
    frame.style = compare_style;
    frame.script = compare_script;
    frame.generator = comparison_version;
    return html_page(frame, summary(comparison) + filters(comparison) +
                                "<div class=\"wide\" id=\"changes\">\n" + changes(comparison) + "</div>\n");
}

}  // namespace lacuna::report
