#include "match/phrase_index.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <utility>

using namespace lacuna;
using match::PhraseHit;

namespace {

constexpr std::uint32_t nodes = 300;

struct Text {  // hits in the order of a text, with the nodes at which they end
    std::vector<PhraseHit> hits;
    std::vector<std::uint32_t> begin{0};  // by segment
};

Text random_text(std::mt19937& random, std::uint32_t segments) {
    auto const below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    Text text;
    std::uint32_t token = 0;
    for (std::uint32_t segment = 0; segment < segments; ++segment) {
        for (auto count = below(20); count > 0; --count, token += below(2))
            text.hits.push_back({below(below(nodes) + 1), token, token + 1 + below(3)});
        text.begin.push_back(static_cast<std::uint32_t>(text.hits.size()));
    }
    return text;
}

// A language whose phrase at node n is one of the groups n % 7 and, for every third node, 7.
program::LanguageCode code_with_groups() {
    program::LanguageCode code;
    code.groups = 9;
    for (std::uint32_t at = 0; at < nodes; ++at) {
        auto const begin = static_cast<std::uint32_t>(code.automaton.outputs.size());
        code.automaton.outputs.emplace_back(std::size_t{at % 7});
        if (at % 3 == 0) code.automaton.outputs.emplace_back(std::size_t{7});
        auto const end = static_cast<std::uint32_t>(code.automaton.outputs.size());
        code.automaton.nodes.push_back({0, 0, begin, end});
    }
    return code;
}

std::map<std::uint32_t, std::set<std::uint32_t>> segments_by_node(Text const& text) {
    std::map<std::uint32_t, std::set<std::uint32_t>> segments;
    for (std::uint32_t segment = 0; segment + 1 < text.begin.size(); ++segment)
        for (auto row = text.begin[segment]; row < text.begin[segment + 1]; ++row)
            segments[text.hits[row].phrase].insert(segment);
    return segments;
}

}  // namespace

TEST_CASE("PhraseIndex knows the phrases of a text, and the segments and places of each") {
    std::mt19937 random(1);
    auto const code = code_with_groups();
    match::PhraseIndex::Room room(code);  // one for all texts, as the scanner has
    for (std::uint32_t size : {0U, 1U, 2U, 30U, 5U, 200U}) {
        auto const text = random_text(random, size);
        auto const segments = segments_by_node(text);
        auto hits = text.hits;
        match::PhraseIndex index;
        index.fill(hits, text.begin, code, room);
        REQUIRE(index.ends().size() == segments.size());
        std::uint32_t row = 0;
        for (auto const& [node, expected] : segments) {
            REQUIRE(index.ends()[row] == node);
            auto const found = index.segments_of(row);
            CHECK(std::vector(found.begin(), found.end()) == std::vector(expected.begin(), expected.end()));
            auto place = index.places_of(row).begin();
            for (std::size_t i = 0; i < hits.size(); ++i) {
                CHECK((hits[i].phrase == row) == (text.hits[i].phrase == node));
                if (hits[i].phrase != row) continue;
                REQUIRE(place != index.places_of(row).end());
                CHECK(std::pair(place->begin, place->end) == std::pair(hits[i].begin, hits[i].end));
                ++place;
            }
            CHECK(place == index.places_of(row).end());
            ++row;
        }
    }
}

TEST_CASE("PhraseIndex knows the phrases of each group that occur") {
    std::mt19937 random(2);
    auto const code = code_with_groups();
    match::PhraseIndex::Room room(code);
    for (std::uint32_t size : {0U, 1U, 40U, 200U}) {
        auto text = random_text(random, size);
        match::PhraseIndex index;
        index.fill(text.hits, text.begin, code, room);
        std::vector<std::vector<std::uint32_t>> expected(code.groups);
        for (std::uint32_t row = 0; row < index.ends().size(); ++row) {
            expected[index.ends()[row] % 7].push_back(row);
            if (index.ends()[row] % 3 == 0) expected[7].push_back(row);
        }
        for (std::size_t group = 0; group < expected.size(); ++group) {
            auto const found = index.of(program::GroupId(group));
            CHECK(std::vector(found.begin(), found.end()) == expected[group]);
            CHECK(index.has(program::GroupId(group)) == !expected[group].empty());
        }
    }
    CHECK(match::PhraseIndex().of(program::GroupId(std::size_t{0})).empty());
}
