#include <fmt/format.h>

#include <algorithm>

#include "report/decisions.hpp"
#include "report/matrix/html_parts.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t places_limit = 5;

[[nodiscard]] std::string language_in(Report const& report, std::string const& file) {
    auto const at = std::find_if(report.acts.begin(), report.acts.end(),
                                 [&](ActRow const& act) { return act.file == file; });
    return at == report.acts.end() ? "" : at->language;
}

// What else was found, by its place; the country's own report has it in full.
[[nodiscard]] std::string other_places(ObligationRow const& row) {
    if (row.provisions.size() < 2) return {};
    std::vector<std::string> places;
    for (std::size_t i = 1; i < row.provisions.size() && i <= places_limit; ++i)
        places.push_back(fmt::format("{} ({})", place_in_act(row.provisions[i]), row.provisions[i].verdict));
    auto const more = row.provisions.size() - 1 - places.size();
    return fmt::format("<p class=\"small\">Found too: {}{}</p>", escape_html(joined(places, "; ")),
                       more == 0 ? "" : fmt::format("; and {} more", more));
}

[[nodiscard]] std::string proof_of(MatrixCountry const& country, std::size_t number,
                                   ObligationRow const& row) {
    auto out = fmt::format(R"(<article class="ob is-{}" id="{}"><header><h4>{}</h4><div class="side">{})",
                           slug(row.verdict), proof_id(number, row.id), escape_html(country.name),
                           verdict_pill(row.verdict));
    for (auto const& flag : row.flags)
        out += fmt::format(R"(<span class="flag">{}</span>)", escape_html(flag));
    out += fmt::format("</div></header><p class=\"why\">{}.</p>", escape_html(plain_reason(row)));
    out += html_decisions(row);
    auto const* proof = evidence_of(row);
    if (proof != nullptr)
        out += html_provision(*proof, language_in(country.report, proof->file)) + other_places(row);
    return out + "</article>\n";
}

}  // namespace

std::string html_proofs(Matrix const& matrix) {
    std::string out =
        R"(<section class="part proofs" id="evidence" aria-labelledby="h-evidence"><h2 id="h-evidence">Evidence</h2>
)";
    auto const& articles = matrix.any().articles;
    for (std::size_t a = 0; a < articles.size(); ++a)
        for (std::size_t o = 0; o < articles[a].obligations.size(); ++o) {
            auto const& asked = articles[a].obligations[o];
            out += fmt::format(R"(<h3 id="o-{}"><span class="id">{}</span>{}</h3>
)",
                               slug(asked.id), escape_html(asked.id), escape_html(asked.title));
            for (std::size_t c = 0; c < matrix.countries.size(); ++c)
                out +=
                    proof_of(matrix.countries[c], c, matrix.countries[c].report.articles[a].obligations[o]);
        }
    return out + "</section>\n";
}

std::string html_sources(Matrix const& matrix) {
    std::string out =
        R"(<section class="part" id="acts" aria-labelledby="h-acts"><h2 id="h-acts">Acts read</h2>
)";
    for (auto const& country : matrix.countries) {
        out += fmt::format("<h3>{}</h3><ul class=\"notes\">", escape_html(country.name));
        auto const note = [&](std::string_view text) {
            out += fmt::format("<li>{}</li>", escape_html(text));
        };
        for (auto const& act : country.report.acts)
            note(fmt::format("{}{} ({}){}{}{}{}", act.title, act.date.empty() ? "" : ", as at " + act.date,
                             act.file, act.counts ? "" : ": a bill, not counted",
                             act.spoken ? "" : ": no rules in its language",
                             act.unspoken.empty() ? "" : ": " + unspoken_line(act),
                             act.repealed ? ": " + repealed_line(act) : ""));
        for (auto const& file : country.report.unread) note(file + " could not be read.");
        for (auto const& sentence : country.report.assumed) note("Assumed: " + sentence + ".");
        out += "</ul>";
    }
    auto const& report = matrix.any();
    if (report.unverified > 0)
        out += fmt::format(
            "<p class=\"soft small\">{} obligations were not checked against the authentic "
            "text of the instrument.</p>",
            report.unverified);
    return out + "</section>\n";
}

}  // namespace lacuna::report
