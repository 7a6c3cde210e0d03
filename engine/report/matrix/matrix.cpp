#include "report/matrix.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "report/clean.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string last_part(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    auto const slash = path.rfind('/');
    return clean_label(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

[[nodiscard]] std::string own_name(MatrixCountry const& country) {
    if (!country.report.country.empty()) return country.report.country;
    return country.report.named_after.empty() ? last_part(country.path) : country.report.named_after;
}

[[nodiscard]] std::string with_folder(MatrixCountry const& country) {
    return fmt::format("{} ({})", own_name(country), last_part(country.path));
}

}  // namespace

Matrix matrix(std::vector<MatrixCountry> countries) {
    std::map<std::string, std::size_t> named, in_folder;
    for (auto const& country : countries) {
        ++named[own_name(country)];
        ++in_folder[with_folder(country)];
    }
    std::set<std::string> taken;
    for (auto& country : countries) {
        // One country twice, as at two dates: the folders tell its laws apart.
        bool const told_by_folder = named[own_name(country)] > 1 && in_folder[with_folder(country)] == 1;
        auto const name = told_by_folder ? with_folder(country) : own_name(country);
        country.path = clean_label(country.path);
        country.name = name;
        for (std::size_t again = 2; !taken.insert(country.name).second; ++again)
            country.name = fmt::format("{} ({})", name, again);
    }
    return {std::move(countries)};
}

ProvisionRow const* evidence_of(ObligationRow const& row) {
    if (!row.provisions.empty()) return &row.provisions.front();
    return row.near_misses.empty() ? nullptr : &row.near_misses.front();
}

std::vector<std::string> const& matrix_formats() {
    static std::vector<std::string> const names{"text", "json", "html", "csv", "xlsx", "docx", "markdown"};
    return names;
}

Written write(Matrix const& matrix, std::string_view format, WriteOptions const& options) {
    if (format == "json") return {to_json(matrix), "", ""};
    if (format == "html") return {to_html(matrix), "", ""};
    if (format == "csv") return {to_csv(matrix_table_named(matrix, options.table)), "", ""};
    if (format == "xlsx") return to_xlsx(matrix);
    if (format == "docx" || format == "markdown") return write(paper_of(matrix), format);
    if (format == "text") return {to_text(matrix, options.text), "", ""};
    return {"", fmt::format("a matrix is not written as {}", format),
            fmt::format("its formats: {}", joined(matrix_formats()))};
}

}  // namespace lacuna::report
