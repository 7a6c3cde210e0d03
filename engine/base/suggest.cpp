#include "base/suggest.hpp"

#include <algorithm>
#include <numeric>

namespace lacuna {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    auto const longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const changed = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + changed});
            bool const swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], limit + 1);
}

namespace {

[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view name) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= name.size();) {
        auto const end = std::min(name.find_first_of("-_", at), name.size());
        if (end > at) parts.push_back(name.substr(at, end - at));
        at = end + 1;
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

// "computer-data" and "computer", "data-computer": one has all parts of the other.
[[nodiscard]] std::string with_same_parts(std::string_view name, std::vector<std::string> const& candidates) {
    auto const asked = parts_of(name);
    std::string best;
    std::size_t fewest = asked.size() + 1;  // parts that the two do not share: never more than were asked for
    for (auto const& candidate : candidates) {
        auto const parts = parts_of(candidate);
        auto const& more = parts.size() > asked.size() ? parts : asked;
        auto const& less = parts.size() > asked.size() ? asked : parts;
        if (less.empty() || !std::includes(more.begin(), more.end(), less.begin(), less.end())) continue;
        auto const apart = more.size() - less.size();
        if (apart < fewest || (apart == fewest && candidate < best)) {
            best = candidate;
            fewest = apart;
        }
    }
    return best;
}

}  // namespace

std::string suggest(std::string_view name, std::vector<std::string> const& candidates) {
    auto const limit = std::max<std::size_t>(1, name.size() / 3);
    std::string best;
    auto best_distance = limit + 1;
    for (auto const& candidate : candidates) {
        auto const distance = edit_distance(name, candidate, limit);
        if (distance < best_distance ||
            (distance == best_distance && distance <= limit && candidate < best)) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best.empty() ? with_same_parts(name, candidates) : best;
}

}  // namespace lacuna
