#include "report/matrix/pairs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

// From worst to best: of two sides the worse one decides.
enum class Common { no, unknown, partly, yes };

struct PairSide {
    Common state = Common::yes;
    std::string why;
};

[[nodiscard]] PairSide side_by_verdict(std::string const& verdict) {
    if (verdict == "covered" || verdict == "option-used") return {};
    if (verdict == "partial") return {Common::partly, "has the offence in part"};
    if (verdict == "reserved") return {Common::partly, "has the offence under a reservation"};
    if (verdict == "untested") return {Common::unknown, "could not be tested for the offence"};
    return {Common::no, "lacks the offence"};
}

[[nodiscard]] PairSide side_by_threshold(std::string const& threshold) {
    if (threshold == "reached") return {};
    if (threshold == "below") return {Common::no, "punishes it below the threshold"};
    if (threshold == "differs")
        return {Common::unknown, "punishes it above the threshold in one case and below it in another"};
    return {Common::unknown, "was not read against the threshold"};
}

// The threshold says nothing where the obligation is not met.
[[nodiscard]] PairSide side_of(GroundRow const& row) {
    auto side = side_by_verdict(row.verdict);
    if (side.state != Common::yes && side.state != Common::partly) return side;
    auto const height = side_by_threshold(row.threshold);
    side.why =
        side.why.empty() || height.why.empty() ? side.why + height.why : side.why + " and " + height.why;
    side.state = std::min(side.state, height.state);
    return side;
}

[[nodiscard]] std::string_view word_of(Common state) {
    switch (state) {
        case Common::no:
            return "no";
        case Common::unknown:
            return "unknown";
        case Common::partly:
            return "partly";
        case Common::yes:
            return "yes";
    }
    return "unknown";
}

[[nodiscard]] PairView empty_view(Matrix const& matrix, std::size_t number) {
    auto const& ground = matrix.any().grounds[number];
    PairView view{ground.title, ground.note, ground.reaches, ground.below, {}, {}};
    for (std::size_t a = 0; a < matrix.countries.size(); ++a)
        for (std::size_t b = a + 1; b < matrix.countries.size(); ++b) view.pairs.emplace_back(a, b);
    return view;
}

}  // namespace

PairCell pair_cell(std::string const& name_a, GroundRow const& a, std::string const& name_b,
                   GroundRow const& b) {
    auto const left = side_of(a), right = side_of(b);
    auto const offence = std::min(side_by_verdict(a.verdict).state, side_by_verdict(b.verdict).state);
    PairCell cell{std::string(word_of(std::min(left.state, right.state))), std::string(word_of(offence)), ""};
    std::vector<std::string> reasons;
    if (!left.why.empty() && left.why == right.why) {
        reasons.push_back(fmt::format("each {}", left.why));
    } else {
        if (!left.why.empty()) reasons.push_back(name_a + " " + left.why);
        if (!right.why.empty()) reasons.push_back(name_b + " " + right.why);
    }
    cell.why = reasons.empty() ? "both have it and reach the threshold" : joined(reasons, "; ");
    return cell;
}

std::string pair_name(Matrix const& matrix, std::pair<std::size_t, std::size_t> const& pair) {
    return fmt::format("{} and {}", matrix.countries[pair.first].name, matrix.countries[pair.second].name);
}

std::vector<PairView> pair_views(Matrix const& matrix) {
    std::vector<PairView> views;
    if (matrix.countries.size() < 2) return views;
    for (std::size_t number = 0; number < matrix.any().grounds.size(); ++number) {
        auto view = empty_view(matrix, number);
        for (std::size_t row = 0; row < matrix.any().grounds[number].rows.size(); ++row) {
            auto const ground = [&](std::size_t country) -> GroundRow const& {
                return matrix.countries[country].report.grounds[number].rows[row];
            };
            PairRow made{ground(0).obligation, ground(0).title, {}};
            for (auto const& [a, b] : view.pairs)
                made.cells.push_back(
                    pair_cell(matrix.countries[a].name, ground(a), matrix.countries[b].name, ground(b)));
            view.rows.push_back(std::move(made));
        }
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace lacuna::report
