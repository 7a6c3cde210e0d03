#include "match/phrase_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <tuple>

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

std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> row_of(PhraseHit const& hit) {
    return {hit.phrase, hit.begin, hit.end};
}

// Sorted as a PhraseIndex sorts them, with their nodes.
std::vector<PhraseHit> sorted_by_node(Text const& text) {
    auto hits = text.hits;
    for (std::size_t segment = 0; segment + 1 < text.begin.size(); ++segment)
        std::stable_sort(hits.begin() + text.begin[segment], hits.begin() + text.begin[segment + 1],
                         [](PhraseHit const& a, PhraseHit const& b) { return a.phrase < b.phrase; });
    return hits;
}

std::map<std::uint32_t, std::set<std::uint32_t>> segments_by_node(Text const& text) {
    std::map<std::uint32_t, std::set<std::uint32_t>> segments;
    for (std::uint32_t segment = 0; segment + 1 < text.begin.size(); ++segment)
        for (auto row = text.begin[segment]; row < text.begin[segment + 1]; ++row)
            segments[text.hits[row].phrase].insert(segment);
    return segments;
}

}  // namespace

TEST_CASE("PhraseIndex knows the phrases of a text, and the segments of each") {
    std::mt19937 random(1);
    match::PhraseIndex::Room room(nodes);  // one for all texts, as the scanner has
    for (std::uint32_t size : {0U, 1U, 2U, 30U, 5U, 200U}) {
        auto text = random_text(random, size);
        auto const segments = segments_by_node(text);
        match::PhraseIndex index;
        (void)index.fill(text.hits, text.begin, room);
        REQUIRE(index.ends().size() == segments.size());
        std::uint32_t row = 0;
        for (std::uint32_t node = 0; node < nodes; ++node) {
            auto const known = segments.find(node);
            REQUIRE(index.has(node) == (known != segments.end()));
            if (known == segments.end()) continue;
            CHECK(index.ends()[row] == node);
            CHECK(index.row_of(node) == row);
            auto const found = index.segments_of(row++);
            CHECK(std::vector(found.begin(), found.end()) ==
                  std::vector(known->second.begin(), known->second.end()));
        }
    }
}

TEST_CASE("PhraseIndex gives the hits of a segment phrase by phrase, those of one in the order of the text") {
    std::mt19937 random(2);
    match::PhraseIndex::Room room(nodes);
    for (std::uint32_t round = 0; round < 20; ++round) {
        auto text = random_text(random, 40);
        auto const expected = sorted_by_node(text);
        match::PhraseIndex index;
        auto const hits = index.fill(text.hits, text.begin, room);
        REQUIRE(hits.size() == expected.size());
        for (std::size_t row = 0; row < hits.size(); ++row) {
            auto hit = hits[row];
            hit.phrase = index.ends()[hit.phrase];
            CHECK(row_of(hit) == row_of(expected[row]));
        }
    }
}
