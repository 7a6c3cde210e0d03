#include "match/term_openings.hpp"

namespace lacuna::match {

bool TermOpenings::may_stand_in(ActText const& act, std::uint32_t segment) const {
    auto const& place = act.text.segments[segment];
    auto const stem = [&](std::uint32_t token) {
        return act.vocabulary->info(act.text.tokens[token].word).stem;
    };
    for (auto at = place.token_begin; at < place.token_end; ++at) {
        if (!may_begin(stem(at))) continue;
        if (may_be(of(stem(at)))) return true;
        if (at + 1 < place.token_end && may_be(of(stem(at), stem(at + 1)))) return true;
    }
    return false;
}

}  // namespace lacuna::match
