// Countries side by side: one report for each, all of one instrument and the same articles, and what follows
// from holding them together. Every format is a function of this model, as for a single report.
#pragma once

#include "report/formats.hpp"
#include "report/paper/paper.hpp"
#include "report/report.hpp"
#include "report/tables.hpp"

namespace lacuna::report {

// The form of the JSON, described in schemas/matrix.schema.json.
inline constexpr std::string_view matrix_schema = "lacuna-matrix/1";

struct MatrixCountry {
    std::string name;  // of the country, else its code, else of the folder; no two are the same
    std::string path;  // as the user wrote it
    Report report;
};

struct Matrix {
    std::vector<MatrixCountry> countries;  // in the order given, one at least
    // The same article and obligation stand at the same places of every country's report.
    [[nodiscard]] Report const& any() const { return countries.front().report; }
};

// Gives the countries names that tell them apart.
[[nodiscard]] Matrix matrix(std::vector<MatrixCountry> countries);

// What proves the verdict, or came nearest to it: the first provision found, else the first near miss; null
// where there is none.
[[nodiscard]] ProvisionRow const* evidence_of(ObligationRow const& row);

// The formats that a matrix has.
[[nodiscard]] std::vector<std::string> const& matrix_formats();
[[nodiscard]] Written write(Matrix const& matrix, std::string_view format, WriteOptions const& options);

// One row for each obligation and country, with the place of the evidence and its words.
[[nodiscard]] Table matrix_table(Matrix const& matrix);
// One row for each view of cooperation, offence and pair of countries.
[[nodiscard]] Table pairs_table(Matrix const& matrix);
// How high each offence of a view is punished, and in what words: one row for each provision, one at least
// for each offence and country.
[[nodiscard]] Table thresholds_table(Matrix const& matrix);
// Of those: evidence, cooperation, thresholds.
[[nodiscard]] std::vector<std::string> const& matrix_tables();
[[nodiscard]] Table matrix_table_named(Matrix const& matrix, std::string_view name);

[[nodiscard]] std::string to_text(Matrix const& matrix, TextOptions options = {});
[[nodiscard]] std::string to_json(Matrix const& matrix);
[[nodiscard]] std::string to_html(Matrix const& matrix);
[[nodiscard]] Written to_xlsx(Matrix const& matrix);
// For Word and Markdown.
[[nodiscard]] Paper paper_of(Matrix const& matrix);

}  // namespace lacuna::report
