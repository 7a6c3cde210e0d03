#include "score/prediction.hpp"

#include <algorithm>
#include <cstdlib>

#include "score/words.hpp"

namespace lacuna::score {
namespace {

void rank(Answer& answer, std::string const& section, double score) {
    auto const found = std::find_if(answer.ranking.begin(), answer.ranking.end(),
                                    [&](auto const& item) { return item.first == section; });
    if (found == answer.ranking.end())
        answer.ranking.emplace_back(section, score);
    else
        found->second = std::max(found->second, score);
}

}  // namespace

bool PredictedRow::is_broader() const {
    auto const word = lowered(trimmed(broader));
    return word == "yes" || word == "true" || word == "1";
}

Question PredictedRow::question() const {
    return {trimmed(file), lowered(trimmed(convention)), trimmed(article)};
}

std::vector<PredictedRow> predicted_rows(Table const& table) {
    std::vector<PredictedRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto const at = [&](char const* column) { return table.cell(i, column); };
        rows.push_back({at("file"), trimmed(at("eid")), at("convention"), at("article"), at("obligation"),
                        lowered(trimmed(at("verdict"))), at("missing"), at("broader"), at("score"), ""});
    }
    return rows;
}

std::string to_csv(std::vector<PredictedRow> const& rows) {
    auto text = csv_line(
        {"file", "eid", "convention", "article", "obligation", "verdict", "missing", "broader", "score"});
    for (auto const& row : rows)
        text += csv_line({row.file, row.eid, row.convention, row.article, row.obligation, row.verdict,
                          row.missing, row.broader, row.score});
    return text;
}

Answer const& Prediction::at(Question const& question) const {
    static Answer const silence;
    auto const found = answers.find(question);
    return found == answers.end() ? silence : found->second;
}

Prediction read_prediction(std::vector<PredictedRow> const& rows, Gold const& gold) {
    Prediction prediction;
    for (auto const& row : rows) {
        auto const question = row.question();
        bool const gap = row.verdict == "gap";
        if (gold.find(question) == nullptr) {
            prediction.outside += gap ? 0U : 1U;
            continue;
        }
        auto& answer = prediction.answers[question];
        answer.covered = answer.covered || row.verdict == "covered";
        answer.partial = answer.partial || row.verdict == "partial";
        if (row.verdict == "covered") answer.covered_obligations.insert(row.obligation);
        if (row.eid.empty()) continue;
        auto const section = section_of(row.eid);
        rank(answer, section, std::strtod(row.score.c_str(), nullptr));
        (gap ? answer.refused : answer.pairs)[section].push_back(row);
    }
    return prediction;
}

}  // namespace lacuna::score
