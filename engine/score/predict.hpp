// From an assessment of one file to the rows that are scored: for each obligation and section the best
// finding with its verdict and missing elements, and the near misses as rejected candidates. Each file is
// assessed alone, because the gold judges each alone.
#pragma once

#include <string>
#include <vector>

#include "coverage/assessment.hpp"
#include "score/prediction.hpp"

namespace lacuna::score {

// (instrument, article) -> obligations that the gold tells apart; articles that it judges whole are absent.
using ToldApart = std::map<std::pair<std::string, std::string>, std::set<std::string>>;
[[nodiscard]] ToldApart told_apart(std::vector<GoldRow> const& rows);

// Rows under the name `file`, in the order of the instrument, best first within an article. Only duties
// count: what an instrument merely permits is no coverage, unless the article holds nothing else.
[[nodiscard]] std::vector<PredictedRow> predict(program::Catalogue const& catalogue,
                                                coverage::Assessment const& assessment,
                                                akn::StatuteSet const& set, match::Findings const& findings,
                                                ToldApart const& apart, std::string const& file);

}  // namespace lacuna::score
