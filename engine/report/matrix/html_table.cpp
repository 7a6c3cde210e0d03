#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/matrix/html_parts.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

// The table of verdicts. Rows carry marks by which the script hides them.
class MatrixTable {
  public:
    explicit MatrixTable(Matrix const& matrix) : matrix_(matrix) {}

    [[nodiscard]] std::string all() {
        head();
        std::string last = " ";
        auto const& articles = matrix_.any().articles;
        for (std::size_t a = 0; a < articles.size(); ++a) {
            auto const chapter = articles[a].chapter + " " + articles[a].chapter_title;
            if (chapter != last && chapter != " ") chapter_row(chapter);
            last = chapter;
            article(a);
            for (std::size_t o = 0; o < articles[a].obligations.size(); ++o) obligation(a, o);
        }
        return out_ + "</tbody></table></div></section>\n";
    }

  private:
    void head() {
        out_ +=
            R"(<section class="part" id="matrix" aria-labelledby="h-matrix"><h2 id="h-matrix">Verdicts</h2>
<p class="soft small">Each cell leads to its evidence: the words of the law, or what came nearest.
<span class="js-only"><select id="m-show" aria-label="Which rows"><option value="">every row</option><option value="statutes" selected>what statutes can show</option><option value="differs">where countries differ</option><option value="open">where a duty is open</option></select>
<select id="m-rows" aria-label="How fine"><option value="">articles and obligations</option><option value="articles">articles only</option></select></span></p>
<div class="grid" tabindex="0" role="region" aria-label="Table of verdicts"><table><thead><tr><th scope="col">Article and obligation</th>)";
        for (auto const& country : matrix_.countries)
            out_ += fmt::format(R"(<th scope="col">{}</th>)", escape_html(country.name));
        out_ += "</tr></thead><tbody>\n";
    }

    void chapter_row(std::string const& chapter) {
        out_ += fmt::format(R"(<tr class="chap" data-kind="chap"><th colspan="{}">Chapter {}</th></tr>)",
                            matrix_.countries.size() + 1, escape_html(chapter));
    }

    void article(std::size_t a) {
        auto const& article = matrix_.any().articles[a];
        std::vector<std::string> verdicts;
        for (auto const& country : matrix_.countries) verdicts.push_back(country.report.articles[a].verdict);
        auto const& duties = article.obligations;
        bool const any =
            std::any_of(duties.begin(), duties.end(), [](auto const& duty) { return !duty.policy; });
        row("art", marks_of(verdicts, any), article.article, article.title);
        for (auto const& verdict : verdicts) out_ += fmt::format(R"(<td>{}</td>)", verdict_pill(verdict));
        out_ += "</tr>\n";
    }

    void obligation(std::size_t a, std::size_t o) {
        auto const& asked = matrix_.any().articles[a].obligations[o];
        std::vector<std::string> verdicts;
        for (auto const& country : matrix_.countries)
            verdicts.push_back(country.report.articles[a].obligations[o].verdict);
        row("ob", marks_of(verdicts, !asked.policy), asked.id, asked.title);
        for (std::size_t c = 0; c < matrix_.countries.size(); ++c) {
            auto const& row = matrix_.countries[c].report.articles[a].obligations[o];
            out_ +=
                fmt::format(R"(<td><a href="#{}">{}</a>)", proof_id(c, row.id), verdict_pill(row.verdict));
            for (auto const& flag : row.flags)
                out_ += fmt::format(R"( <span class="flag">{}</span>)", escape_html(flag));
            out_ += "</td>";
        }
        out_ += "</tr>\n";
    }

    // By which marks the script finds a row of these verdicts.
    [[nodiscard]] static std::string marks_of(std::vector<std::string> const& verdicts, bool statutes) {
        std::string marks = statutes ? "statutes" : "";
        std::set<std::string> const all(verdicts.begin(), verdicts.end());
        if (all.size() > 1) marks += " differs";
        if (std::any_of(all.begin(), all.end(), [](auto const& one) { return is_open(one); }))
            marks += " open";
        return marks;
    }

    void row(std::string_view kind, std::string const& marks, std::string const& id,
             std::string const& title) {
        out_ += fmt::format(
            R"(<tr class="{}" data-kind="{}" data-marks="{}"><th scope="row"><span class="id">{}</span>{}</th>)",
            kind, kind, marks, escape_html(id), escape_html(title));
    }

    Matrix const& matrix_;
    std::string out_;
};

}  // namespace

std::string proof_id(std::size_t country, std::string_view obligation) {
    return fmt::format("e{}-{}", country + 1, slug(obligation));
}

std::string html_totals(Matrix const& matrix) {
    std::string out =
        R"(<section class="part" id="totals" aria-labelledby="h-totals"><h2 id="h-totals">Obligations</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Number of verdicts of each country"><table class="totals"><thead><tr><th scope="col">Country</th>)";
    std::vector<std::string> shown;
    for (auto const& verdict : verdict_order())
        if (std::any_of(matrix.countries.begin(), matrix.countries.end(), [&](MatrixCountry const& country) {
                return count_of(country.report.counts, verdict) > 0;
            }))
            shown.push_back(verdict);
    for (auto const& verdict : shown) out += fmt::format(R"(<th scope="col">{}</th>)", verdict_pill(verdict));
    out += "</tr></thead><tbody>\n";
    for (auto const& country : matrix.countries) {
        out += fmt::format(R"(<tr><th scope="row">{}</th>)", escape_html(country.name));
        for (auto const& verdict : shown)
            out += fmt::format("<td>{}</td>", count_of(country.report.counts, verdict));
        out += "</tr>\n";
    }
    return out + "</tbody></table></div></section>\n";
}

std::string html_matrix(Matrix const& matrix) {
    return MatrixTable(matrix).all();
}

}  // namespace lacuna::report
