#include "match/furniture.hpp"

#include <algorithm>

#include "match/scan.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

// Law may speak of one of them ("a link to a web site"); three are a page.
constexpr std::size_t enough = 3;

[[nodiscard]] bool is_furniture(ActText const& act, std::uint32_t segment, ConceptId furniture) {
    View view(act, std::span(&segment, 1));
    return view.concept_hits(furniture).size() >= enough;
}

}  // namespace

void set_aside_furniture(ActText& act, ConceptId furniture) {
    for (auto const segment : act.segments_with(furniture))
        if (is_furniture(act, segment, furniture)) act.set_aside.push_back(segment);
    if (act.set_aside.empty()) return;
    std::vector<PhraseHit> kept;
    std::vector<std::uint32_t> begin{0};
    for (std::uint32_t segment = 0; segment < act.text.segments.size(); ++segment) {
        auto const hits = act.hits_of(segment);
        if (!std::binary_search(act.set_aside.begin(), act.set_aside.end(), segment))
            kept.insert(kept.end(), hits.begin(), hits.end());
        begin.push_back(static_cast<std::uint32_t>(kept.size()));
    }
    act.hits = std::move(kept);
    act.hit_begin = std::move(begin);
    index_phrases(act);
}

}  // namespace lacuna::match
