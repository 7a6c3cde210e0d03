#include <nlohmann/json.hpp>

#include "report/matrix.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

using MatrixJson = nlohmann::ordered_json;

[[nodiscard]] MatrixJson counts_of(Counts const& counts) {
    auto json = MatrixJson::object();
    for (auto const& [name, number] : counts) json[name] = number;
    return json;
}

[[nodiscard]] MatrixJson place_json(ProvisionRow const& row) {
    return {{"act", row.act},         {"citation", place_of(row)}, {"eid", row.eid},
            {"path", row.path},       {"file", row.file},          {"line", row.line},
            {"verdict", row.verdict}, {"missing", row.missing},    {"words", words_of(row.passage)}};
}

[[nodiscard]] MatrixJson verdict_json(MatrixCountry const& country, ObligationRow const& row) {
    MatrixJson json{{"country", country.name},
                    {"verdict", row.verdict},
                    {"computed", row.computed},
                    {"flags", row.flags},
                    {"reason", row.reason}};
    if (auto const* proof = evidence_of(row)) json["evidence"] = place_json(*proof);
    return json;
}

[[nodiscard]] MatrixJson countries_json(Matrix const& matrix) {
    auto json = MatrixJson::array();
    for (auto const& country : matrix.countries)
        json.push_back({{"name", country.name},
                        {"code", country.report.country_code},
                        {"path", country.path},
                        {"obligations", counts_of(country.report.counts)},
                        {"articles", counts_of(country.report.article_counts)},
                        {"assumed", country.report.assumed},
                        {"unread", country.report.unread}});
    return json;
}

[[nodiscard]] MatrixJson articles_json(Matrix const& matrix) {
    auto json = MatrixJson::array();
    for (std::size_t a = 0; a < matrix.any().articles.size(); ++a) {
        auto const& article = matrix.any().articles[a];
        MatrixJson item{{"article", article.article},      {"title", article.title},
                        {"chapter", article.chapter},      {"chapter_title", article.chapter_title},
                        {"verdicts", MatrixJson::array()}, {"obligations", MatrixJson::array()}};
        for (auto const& country : matrix.countries)
            item["verdicts"].push_back(country.report.articles[a].verdict);
        for (std::size_t o = 0; o < article.obligations.size(); ++o) {
            auto const& row = article.obligations[o];
            MatrixJson cells{
                {"id", row.id}, {"title", row.title}, {"force", row.force}, {"policy", row.policy}};
            cells["countries"] = MatrixJson::array();
            for (auto const& country : matrix.countries)
                cells["countries"].push_back(
                    verdict_json(country, country.report.articles[a].obligations[o]));
            item["obligations"].push_back(std::move(cells));
        }
        json.push_back(std::move(item));
    }
    return json;
}

[[nodiscard]] MatrixJson quotes_of(std::vector<Quote> const& quotes) {
    auto json = MatrixJson::array();
    for (auto const& quote : quotes)
        json.push_back({{"text", quote.text},
                        {"act", quote.act},
                        {"citation", quote.citation},
                        {"eid", quote.eid},
                        {"file", quote.file},
                        {"line", quote.line}});
    return json;
}

[[nodiscard]] MatrixJson ground_json(MatrixCountry const& country, GroundRow const& row) {
    MatrixJson json{{"country", country.name},
                    {"verdict", row.verdict},
                    {"threshold", row.threshold},
                    {"provisions", MatrixJson::array()}};
    for (auto const& provision : row.provisions)
        json["provisions"].push_back({{"act", provision.act},
                                      {"citation", provision.citation},
                                      {"eid", provision.eid},
                                      {"file", provision.file},
                                      {"line", provision.line},
                                      {"verdict", provision.verdict},
                                      {"threshold", provision.threshold},
                                      {"reaches", quotes_of(provision.reaches)},
                                      {"below", quotes_of(provision.below)}});
    return json;
}

[[nodiscard]] MatrixJson offence_json(Matrix const& matrix, std::size_t view, std::size_t row,
                                      std::vector<PairView> const& pairs) {
    auto const& asked = matrix.any().grounds[view].rows[row];
    MatrixJson json{{"id", asked.obligation},
                    {"title", asked.title},
                    {"countries", MatrixJson::array()},
                    {"pairs", MatrixJson::array()}};
    for (auto const& country : matrix.countries)
        json["countries"].push_back(ground_json(country, country.report.grounds[view].rows[row]));
    if (view >= pairs.size()) return json;
    for (std::size_t i = 0; i < pairs[view].pairs.size(); ++i) {
        auto const& [a, b] = pairs[view].pairs[i];
        auto const& cell = pairs[view].rows[row].cells[i];
        json["pairs"].push_back({{"a", matrix.countries[a].name},
                                 {"b", matrix.countries[b].name},
                                 {"state", cell.state},
                                 {"offence", cell.offence},
                                 {"why", cell.why}});
    }
    return json;
}

[[nodiscard]] MatrixJson cooperation_json(Matrix const& matrix) {
    auto json = MatrixJson::array();
    auto const pairs = pair_views(matrix);
    for (std::size_t v = 0; v < matrix.any().grounds.size(); ++v) {
        auto const& view = matrix.any().grounds[v];
        MatrixJson item{{"title", view.title},
                        {"note", view.note},
                        {"reaches", view.reaches},
                        {"below", view.below},
                        {"offences", MatrixJson::array()}};
        for (std::size_t row = 0; row < view.rows.size(); ++row)
            item["offences"].push_back(offence_json(matrix, v, row, pairs));
        json.push_back(std::move(item));
    }
    return json;
}

}  // namespace

std::string to_json(Matrix const& matrix) {
    auto const& report = matrix.any();
    MatrixJson json{{"schema", matrix_schema}};
    json["instrument"] = {
        {"name", report.instrument}, {"title", report.instrument_title}, {"cite", report.cite}};
    json["rules"] = report.rules;
    json["as_of"] = report.as_of;
    json["countries"] = countries_json(matrix);
    json["articles"] = articles_json(matrix);
    json["cooperation"] = cooperation_json(matrix);
    return json.dump(2, ' ', false, MatrixJson::error_handler_t::replace) + '\n';
}

}  // namespace lacuna::report
