// The index of places makes its rows when they are asked for, on any thread.
#include "match/place_index.hpp"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "match/prepare.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

// Concepts that have phrases, alternatives and each other in common.
program::ProgramPtr program_of(std::size_t concepts) {
    std::string rules = "lexicon en\n";
    for (std::size_t row = 0; row < concepts; ++row) {
        auto const word = [&](std::size_t of) { return "\"word" + std::to_string((row + of) % 7) + "\""; };
        rules += "concept c" + std::to_string(row) + " { (" + word(0) + " | " + word(1) + ") ..3 " + word(2);
        if (row > 0) rules += " | c" + std::to_string(row - 1) + " " + word(3);
        rules += " but not " + word(1) + " " + word(2) + " }\n";
    }
    return test::compile_rules(rules);
}

std::string sections(std::size_t count) {
    std::string text;
    for (std::size_t row = 1; row <= count; ++row) {
        text += std::to_string(row) + ". A person who";
        for (std::size_t at = 0; at < 12; ++at)
            text += " word" + std::to_string((row * row + at * at * row) % 9);
        text += " is guilty.\n\n";
    }
    return text;
}

using Answers = std::vector<std::vector<std::uint64_t>>;

Answers ask(match::PlaceIndex const& index, std::size_t concepts, bool backwards) {
    Answers answers(concepts);
    for (std::size_t i = 0; i < concepts; ++i) {
        auto const row = backwards ? concepts - 1 - i : i;
        auto const places = index.of(ConceptId(row));
        answers[row].assign(places.begin(), places.end());
    }
    return answers;
}

}  // namespace

TEST_CASE("an index of places says the same whoever asks first, and on how many threads") {
    auto const program = program_of(40);
    auto const concepts = program->concepts.size();
    auto const document = akn::document_from_text(sections(150), "en");
    auto const act = match::Preparer(*program).prepare(document, DocumentId(std::size_t{0}), "en");
    match::PlaceIndex const once(act);
    auto const alone = ask(once, concepts, false);
    std::size_t some = 0;
    for (std::uint32_t passage = 0; passage < once.passages(); ++passage)
        some += once.may_hold(ConceptId(std::size_t{5}), passage) ? 1U : 0U;
    CHECK(some > 0);
    CHECK(some < once.passages());
    for (int turn = 0; turn < 20; ++turn) {
        match::PlaceIndex const shared(act);
        Answers backwards;
        std::thread other([&] { backwards = ask(shared, concepts, true); });
        auto const forwards = ask(shared, concepts, false);
        other.join();
        REQUIRE(forwards == alone);
        REQUIRE(backwards == alone);
    }
}
