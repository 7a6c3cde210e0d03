#include <fmt/format.h>

#include "report/html_writer.hpp"
#include "report/phrases.hpp"
#include "report_html_assets.hpp"

namespace lacuna::report {

std::string html_page(PageFrame const& frame, std::string_view body) {
    auto out = fmt::format(R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="{}"><title>{}</title>
<style>
)",
                           frame.generator, escape_html(frame.title));
    out += html_style;
    out += frame.style;
    out += fmt::format("</style></head>\n<body><a class=\"skip\" href=\"#{}\">{}</a>\n", frame.skip_to,
                       frame.skip_words);
    out += fmt::format(R"(<header class="top"><div class="wide"><div><h1>{}</h1><p>{}</p>{}
<p class="small">{}</p></div>
<button id="theme" class="js-only" type="button">Light or dark</button></div></header>
<main>
)",
                       escape_html(frame.heading), escape_html(frame.under),
                       frame.read.empty() ? "" : "<p class=\"small\">" + escape_html(frame.read) + "</p>",
                       no_advice);
    out += body;
    out += R"(</main>
<footer class="end"><div class="wide">Verdicts are computed by rules from the text of the acts listed above, and show their proof.
They are no legal advice, and they say nothing of how the law is applied.</div></footer>
<script>
)";
    out += frame.script;
    out += html_page_script;
    return out + "</script></body></html>\n";
}

std::string to_html(Report const& report) {
    auto const who = country_of(report);
    PageFrame frame;
    frame.title = who + ": " + report.instrument_title;
    frame.heading = who;
    if (!report.acts.empty()) frame.read = "Acts read: " + acts_read(report);
    frame.under = report.instrument_title + (report.cite.empty() ? "" : " · " + report.cite);
    frame.skip_to = "articles";
    frame.skip_words = "Skip to the articles";
    frame.script = html_script;
    frame.generator = schema_version;
    return html_page(frame, html_summary(report) + html_filters(report) +
                                "<div class=\"wide\" id=\"articles\">\n" + html_articles(report) +
                                "</div>\n" + html_surplus(report) + html_acts(report));
}

}  // namespace lacuna::report
