#include <fmt/format.h>

#include "report/html_writer.hpp"
#include "report_html_assets.hpp"

namespace lacuna::report {

std::string to_html(Report const& report) {
    auto const who = report.country.empty()
                         ? (report.country_code.empty() ? std::string("Statutes") : report.country_code)
                         : report.country;
    auto out = fmt::format(R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="{}"><title>{}: {}</title>
<style>
)",
                           schema_version, escape_html(who), escape_html(report.instrument_title));
    out += html_style;
    out += "</style></head>\n<body><a class=\"skip\" href=\"#articles\">Skip to the articles</a>\n";
    out += fmt::format(R"(<header class="top"><div class="wide"><div><h1>{}</h1><p>{}{}</p></div>
<button id="theme" class="js-only" type="button">Light or dark</button></div></header>
<main>
)",
                       escape_html(who), escape_html(report.instrument_title),
                       report.cite.empty() ? "" : " · " + escape_html(report.cite));
    out += html_summary(report) + html_filters(report);
    out += "<div class=\"wide\" id=\"articles\">\n" + html_articles(report) + "</div>\n" +
           html_surplus(report) + html_acts(report);
    out += R"(</main>
<footer class="end"><div class="wide">Verdicts are computed by rules from the text of the acts listed above, and show their proof.
They are no legal advice, and they say nothing of how the law is applied.</div></footer>
<script>
)";
    out += html_script;
    return out + "</script></body></html>\n";
}

}  // namespace lacuna::report
