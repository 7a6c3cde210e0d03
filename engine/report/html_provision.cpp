#include <fmt/format.h>

#include <algorithm>

#include "report/html_writer.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t hues = 8;

// The colour of an element: its place in the measure, so that table and passage agree.
[[nodiscard]] std::size_t hue_of(ProvisionRow const& row, std::string const& element) {
    for (std::size_t i = 0; i < row.elements.size(); ++i)
        if (row.elements[i].name == element) return i % hues + 1;
    return hues;
}

[[nodiscard]] std::string title_of(ProvisionRow const& row, std::string const& name) {
    for (auto const& element : row.elements)
        if (element.name == name) return element.title;
    return name;
}

[[nodiscard]] std::string status(ElementRow const& element) {
    if (element.option && !element.allowed) return R"(<span class="no">+ not allowed</span>)";
    if (element.found)
        return fmt::format(R"(<span class="ok">✓ {}</span>)", element.option ? "allowed condition" : "found");
    if (element.protects) return R"(<span class="warn">! missing: reaches further</span>)";
    return R"(<span class="no">✗ missing</span>)";
}

[[nodiscard]] std::string quotes(ElementRow const& element) {
    if (!element.found) {
        auto const lacks = element.lacks.empty()
                               ? ""
                               : fmt::format("to add: {}<br>", escape_html(joined(element.lacks, "; ")));
        return fmt::format("{}<span class=\"soft small\">looked for: {}</span>", lacks,
                           escape_html(condition_in_plain_words(element.failed)));
    }
    std::string out;
    for (auto const& quote : element.quotes) {
        if (!out.empty()) out += "<br>";
        out += fmt::format(R"(<q dir="auto">{}</q> <span class="soft small">{}, {}{}</span>)",
                           escape_html(quote.text), escape_html(quote.citation), escape_html(quote.eid),
                           quote.distance == "passage" || quote.distance == "sentence"
                               ? ""
                               : ": " + escape_html(quote.distance));
        if (!quote.bill.empty()) out += R"( <span class="flag">from a bill, not in force</span>)";
        if (!quote.via.empty())
            out += fmt::format(R"( <span class="soft small">({})</span>)", escape_html(quote.via));
        if (!quote.through.empty())
            out += fmt::format(R"( <span class="soft small">{}</span>)", escape_html(through_line(quote)));
    }
    return out;
}

[[nodiscard]] std::string elements(ProvisionRow const& row) {
    std::string rows;
    for (auto const& element : row.elements) {
        if (!element.found && !element.needed) continue;
        rows += fmt::format(
            R"(<tr><th scope="row"><span class="swatch m{}" aria-hidden="true"></span>{}</th><td>{}</td><td>{}</td></tr>
)",
            hue_of(row, element.name), escape_html(element.title), status(element), quotes(element));
    }
    if (rows.empty()) return {};
    return R"(<table class="elements"><thead><tr><th scope="col">Element</th><th scope="col">Verdict</th><th scope="col">Words of the law</th></tr></thead><tbody>
)" + rows + "</tbody></table>\n";
}

}  // namespace

std::string html_passage(std::vector<PassagePart> const& parts, ProvisionRow const* row,
                         std::string_view language) {
    if (parts.empty()) return {};
    auto out = fmt::format(R"(<blockquote class="passage" dir="auto"{}>)",
                           language.empty() ? "" : fmt::format(R"( lang="{}")", slug(language)));
    for (auto const& part : parts) {
        out += "<p>";
        if (!part.num.empty()) out += fmt::format(R"(<span class="num">{}</span>)", escape_html(part.num));
        for (auto const& run : part.runs) {
            if (run.elements.empty()) {
                out += escape_html(run.text);
                continue;
            }
            std::string names;
            for (auto const& name : run.elements)
                names += (names.empty() ? "" : ", ") + (row == nullptr ? name : title_of(*row, name));
            out += fmt::format(R"(<mark class="m{}" title="{}">{}</mark>)",
                               row == nullptr ? hues : hue_of(*row, run.elements.front()), escape_html(names),
                               escape_html(run.text));
        }
        out += "</p>";
    }
    return out + "</blockquote>\n";
}

std::string html_provision(ProvisionRow const& row, std::string_view language) {
    auto const place = row.citation.empty() ? row.eid : row.citation;
    auto out = fmt::format(R"(<div class="prov"><header><h4>{}</h4>{}<span class="soft small">{}</span>)",
                           escape_html(place), verdict_pill(row.verdict), escape_html(row.measure_title));
    if (!row.force.empty() && row.force != "in force")
        out += fmt::format(R"(<span class="flag">{}</span>)", escape_html(row.force));
    if (!row.bill.empty())
        out +=
            fmt::format(R"(<span class="flag">from {}, a bill: not in force</span>)", escape_html(row.bill));
    if (row.quoted) out += R"(<span class="flag">text of an amending act</span>)";
    if (row.copies > 0)
        out += fmt::format(R"(<span class="flag">the same words {} more time{} in what was read</span>)",
                           row.copies, row.copies == 1 ? "" : "s");
    if (row.also > 0) out += fmt::format(R"(<span class="flag">{} more passages of it</span>)", row.also);
    out += fmt::format(
        "</header><p class=\"where\">{}{}{} <span class=\"file\">· <code>{}</code> · "
        "<code>{}{}</code></span></p>",
        escape_html(row.act), row.path.empty() ? "" : " › ", escape_html(row.path), escape_html(row.eid),
        escape_html(row.file), row.line == 0 ? "" : fmt::format(":{}", row.line));
    if (!row.reason.empty())
        out += fmt::format("<p class=\"small\">Fails at: {}</p>",
                           escape_html(condition_in_plain_words(row.reason)));
    return out + html_passage(row.passage, &row, language) + elements(row) + "</div>\n";
}

}  // namespace lacuna::report
