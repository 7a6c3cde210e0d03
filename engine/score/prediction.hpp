// What the engine says of the same files: rows of provision and article with a verdict, and how they stand to
// the questions of the gold.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "score/gold.hpp"

namespace lacuna::score {

struct PredictedRow {
    std::string file, eid, convention, article, obligation;
    std::string verdict;  // covered, partial; gap with an eid: a rejected candidate, for the ranking only
    std::string missing;  // element names, separated by ;
    std::string broader;  // yes, no
    std::string score;    // ranks the provisions of an article; empty: 0
    std::string saw;      // for the list of errors: the words found, or why it was refused
    [[nodiscard]] bool is_broader() const;
    [[nodiscard]] Question question() const;
};
[[nodiscard]] std::vector<PredictedRow> predicted_rows(Table const& table);
[[nodiscard]] std::string to_csv(std::vector<PredictedRow> const& rows);

// All that is said of one question.
struct Answer {
    bool covered = false, partial = false;
    std::set<std::string> covered_obligations;
    std::map<std::string, std::vector<PredictedRow>> pairs;  // section -> rows that are no gap
    std::map<std::string, std::vector<PredictedRow>> refused;
    std::vector<std::pair<std::string, double>> ranking;  // sections, best score of each, as they came
    [[nodiscard]] bool says_covered() const { return covered || partial; }
    [[nodiscard]] std::string verdict() const { return covered ? "covered" : partial ? "partial" : "gap"; }
};

struct Prediction {
    std::map<Question, Answer> answers;
    std::size_t outside = 0;  // rows for articles without a gold row
    bool has_missing = true, has_broader = true;
    [[nodiscard]] Answer const& at(Question const& question) const;
};
[[nodiscard]] Prediction read_prediction(std::vector<PredictedRow> const& rows, Gold const& gold);

}  // namespace lacuna::score
