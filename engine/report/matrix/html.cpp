#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/matrix.hpp"
#include "report/matrix/html_parts.hpp"
#include "report/phrases.hpp"
#include "report_html_assets.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string names_of(Matrix const& matrix) {
    std::vector<std::string> names;
    for (auto const& country : matrix.countries) names.push_back(country.name);
    return joined(names);
}

// "Ambria: Cybercrime Act, 2021 (as at 2024-01-01). Belvanie: Code pénal."
[[nodiscard]] std::string acts_of(Matrix const& matrix) {
    std::vector<std::string> read;
    for (auto const& country : matrix.countries)
        if (!country.report.acts.empty())
            read.push_back(fmt::format("{}: {}.", country.name, acts_read(country.report)));
    return joined(read, " ");
}

}  // namespace

std::string to_html(Matrix const& matrix) {
    auto const& report = matrix.any();
    PageFrame frame;
    frame.title = names_of(matrix) + ": " + report.instrument_title;
    frame.heading = names_of(matrix);
    frame.under = report.instrument_title + (report.cite.empty() ? "" : " · " + report.cite);
    frame.read = acts_of(matrix);
    frame.skip_to = "matrix";
    frame.skip_words = "Skip to the table";
    frame.style = html_matrix_style;
    frame.script = html_matrix_script;
    frame.generator = matrix_schema;
    return html_page(frame, "<div class=\"wide\">\n" + html_totals(matrix) + html_matrix(matrix) +
                                html_cooperation(matrix) + html_proofs(matrix) + html_sources(matrix) +
                                "</div>\n");
}

}  // namespace lacuna::report
