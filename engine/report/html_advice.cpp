#include <fmt/format.h>

#include "report/html_writer.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string checklist(Advice const& advice) {
    if (advice.checklist.empty()) return {};
    std::string out = "<ul class=\"checks\">";
    for (auto const& row : advice.checklist)
        out += fmt::format(R"(<li><span class="{}" aria-hidden="true">{}</span> {}</li>)",
                           row.state == "present" ? "ok" : "no", row.state == "present" ? "☑" : "☐",
                           escape_html(checklist_line(row)));
    return out + "</ul>\n";
}

[[nodiscard]] std::string permits(Advice const& advice) {
    if (advice.permits.empty()) return {};
    std::string out = "<p class=\"small\">What would permit less:</p><ul class=\"small\">";
    for (auto const& row : advice.permits) out += fmt::format("<li>{}</li>", escape_html(permit_line(row)));
    return out + "</ul>\n";
}

[[nodiscard]] std::string examples(Advice const& advice) {
    if (advice.examples.empty()) return {};
    auto out = fmt::format("<details><summary>{} example{} from other countries</summary>",
                           advice.examples.size(), advice.examples.size() == 1 ? "" : "s");
    for (auto const& row : advice.examples) {
        out += fmt::format(R"(<div class="prov"><p><b>{}</b></p><p class="where">{} · <code>{}</code></p>)",
                           escape_html(example_line(row)), escape_html(row.path), escape_html(row.eid));
        out += html_passage(row.passage, nullptr, row.language) + "</div>\n";
    }
    return out + "</details>\n";
}

}  // namespace

std::string html_advice(ObligationRow const& row) {
    if (row.advice.empty()) return {};
    return "<div class=\"advice\"><h4>What to do</h4>" + checklist(row.advice) + permits(row.advice) +
           examples(row.advice) + "</div>\n";
}

std::string html_surplus(Report const& report) {
    if (report.surplus.empty()) return {};
    std::string out = R"(<section class="wide" id="surplus" aria-labelledby="h-surplus">
<h2 id="h-surplus">Beyond the instrument</h2>
<p class="soft small">Provisions that no obligation asks for, that reach further than is asked, or that ask for more than is allowed.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Table of what is beyond the instrument">
<table><thead><tr><th scope="col">Kind</th><th scope="col">Obligation</th><th scope="col">What it does</th><th scope="col">Provision</th><th scope="col">Elements</th></tr></thead><tbody>
)";
    for (auto const& row : report.surplus)
        out += fmt::format(
            R"(<tr><td>{}</td><td>{}</td><td>{}</td><td>{}<br><span class="soft small">{} · <code>{}</code></span></td><td>{}</td></tr>
)",
            escape_html(row.kind),
            row.obligation.empty()
                ? ""
                : fmt::format(R"(<a href="#o-{}">{}</a>)", slug(row.obligation), escape_html(row.obligation)),
            escape_html(row.measure_title), escape_html(row.citation), escape_html(row.act),
            escape_html(row.eid), escape_html(joined(row.elements)));
    return out + "</tbody></table></div></section>\n";
}

}  // namespace lacuna::report
