#include "report/place_to_write.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace lacuna::report {
namespace {

[[nodiscard]] std::vector<std::string> parts_of(std::string const& id) {
    std::vector<std::string> parts(1);
    for (auto const c : id) {
        if (c == '.')
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

[[nodiscard]] std::size_t shared(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    auto const end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    return static_cast<std::size_t>(end - a.begin());
}

// Parts of one paragraph: their numbers part at a letter, or one is the paragraph itself.
[[nodiscard]] bool of_one_paragraph(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    auto const same = shared(a, b);
    auto const numbered = [&](auto const& parts) {
        return same < parts.size() && !parts[same].empty() && parts[same].front() >= '0' &&
               parts[same].front() <= '9';
    };
    return same > 0 && !numbered(a) && !numbered(b);
}

[[nodiscard]] bool is_answered(ObligationRow const& row) {
    return (row.verdict == "covered" || row.verdict == "partial") && row.force != "may" &&
           !row.provisions.empty();
}

[[nodiscard]] PlaceToWrite of_paragraph(ArticleRow const& article, ObligationRow const& row) {
    auto const id = parts_of(row.id);
    PlaceToWrite best;
    std::tuple<std::size_t, bool> most;
    for (auto const& other : article.obligations) {
        if (&other == &row || !is_answered(other)) continue;
        auto const parts = parts_of(other.id);
        if (!of_one_paragraph(id, parts)) continue;
        std::tuple const nearness(shared(id, parts), other.verdict == "covered");
        if (best.provision != nullptr && nearness <= most) continue;
        best = {&other.provisions.front(), &other};
        most = nearness;
    }
    return best;
}

[[nodiscard]] PlaceToWrite of_article(ArticleRow const& article) {
    std::map<std::pair<std::string, std::string>, std::vector<ObligationRow const*>> units;
    std::size_t answered = 0;
    for (auto const& other : article.obligations) {
        if (!is_answered(other)) continue;
        ++answered;
        auto const& best = other.provisions.front();
        units[{best.file, best.unit_eid}].push_back(&other);
    }
    for (auto const& [unit, duties] : units)
        if (duties.size() > 1 && 2 * duties.size() > answered)
            return {&duties.front()->provisions.front(), duties.front()};
    return {};
}

}  // namespace

PlaceToWrite place_to_write(ArticleRow const& article, ObligationRow const& row) {
    auto const place = of_paragraph(article, row);
    return place.provision != nullptr ? place : of_article(article);
}

}  // namespace lacuna::report
