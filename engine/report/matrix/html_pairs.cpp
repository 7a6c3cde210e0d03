#include <fmt/format.h>

#include "report/matrix/html_parts.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string ground_id(std::size_t view, std::string_view obligation) {
    return fmt::format("g{}-{}", view + 1, slug(obligation));
}

[[nodiscard]] std::string pairs_head(Matrix const& matrix, PairView const& view, std::size_t number) {
    auto out = fmt::format(
        R"(<section class="part" id="v{0}" aria-labelledby="h-v{0}"><h2 id="h-v{0}">{1}</h2>
<p class="lead">{2}</p>
<p class="soft small">Yes: the words of both laws prove the whole offence and a penalty that is high enough ({3}). Partly: one of the two has the offence in part or under a reservation. No: one lacks it, or its penalty is too low. Unknown: something was not read, which is not the same as no.</p>
<div class="grid" tabindex="0" role="region" aria-label="Table of {1}"><table><thead><tr><th scope="col">Offence</th>)",
        number + 1, escape_html(view.title), escape_html(view.note), escape_html(view.reaches));
    for (auto const& pair : view.pairs)
        out += fmt::format(R"(<th scope="col">{}</th>)", escape_html(pair_name(matrix, pair)));
    return out + "</tr></thead><tbody>\n";
}

[[nodiscard]] std::string pairs_row(PairRow const& row, std::size_t number) {
    auto out = fmt::format(R"(<tr><th scope="row"><span class="id">{}</span>{}</th>)",
                           escape_html(row.obligation), escape_html(row.title));
    for (auto const& cell : row.cells)
        out += fmt::format(
            R"(<td><a href="#{}">{}</a><span class="small soft">{}. The offence alone: {}.</span></td>)",
            ground_id(number, row.obligation), verdict_pill(cell.state), escape_html(cell.why), cell.offence);
    return out + "</tr>\n";
}

[[nodiscard]] std::string words_item(std::vector<Quote> const& quotes, std::string_view sign) {
    std::string out;
    for (auto const& quote : quotes)
        out += fmt::format(
            R"(<dd><span class="soft small">{}</span> <q dir="auto">{}</q> <span class="soft small">{} of {} · <code>{}</code> · <code>{}:{}</code></span></dd>)",
            sign, escape_html(quote.text), escape_html(quote.citation), escape_html(quote.act),
            escape_html(quote.eid), escape_html(quote.file), quote.line);
    return out;
}

[[nodiscard]] std::string provision_words(PunishedRow const& provision) {
    auto out = fmt::format(R"(<dt class="small">{} of {} · {} · threshold {}</dt>)",
                           escape_html(provision.citation.empty() ? provision.eid : provision.citation),
                           escape_html(provision.act), escape_html(provision.verdict),
                           escape_html(provision.threshold));
    if (provision.reaches.empty() && provision.below.empty())
        return out + "<dd class=\"soft small\">No words that say how high were read there.</dd>";
    return out + words_item(provision.reaches, "reaches it:") + words_item(provision.below, "below it:");
}

// What the cells of one offence lead to: every country once.
[[nodiscard]] std::string offence_words(Matrix const& matrix, std::size_t view, std::size_t row) {
    auto const& asked = matrix.any().grounds[view].rows[row];
    auto out = fmt::format(R"(<h3 id="{}"><span class="id">{}</span>{}</h3>
)",
                           ground_id(view, asked.obligation), escape_html(asked.obligation),
                           escape_html(asked.title));
    for (std::size_t c = 0; c < matrix.countries.size(); ++c) {
        auto const& ground = matrix.countries[c].report.grounds[view].rows[row];
        out += fmt::format(
            R"(<article class="ob is-{}"><header><h4>{}</h4><div class="side"><a href="#{}">{}</a><span class="flag">threshold: {}</span></div></header><dl>)",
            slug(ground.verdict), escape_html(matrix.countries[c].name), proof_id(c, ground.obligation),
            verdict_pill(ground.verdict), escape_html(ground.threshold));
        for (auto const& provision : ground.provisions) out += provision_words(provision);
        if (ground.provisions.empty()) out += "<dt class=\"small soft\">No provision has it.</dt><dd></dd>";
        out += "</dl></article>\n";
    }
    return out;
}

}  // namespace

std::string html_cooperation(Matrix const& matrix) {
    std::string out;
    auto const views = pair_views(matrix);
    for (std::size_t v = 0; v < views.size(); ++v) {
        if (views[v].rows.empty()) continue;
        out += pairs_head(matrix, views[v], v);
        for (auto const& row : views[v].rows) out += pairs_row(row, v);
        out +=
            "</tbody></table></div>\n<details class=\"proofs heights\" open><summary>Where each country "
            "stands to the threshold, in the words of the law</summary>\n";
        for (std::size_t row = 0; row < views[v].rows.size(); ++row) out += offence_words(matrix, v, row);
        out += "</details></section>\n";
    }
    return out;
}

}  // namespace lacuna::report
