// Which branches of a pattern a text goes through, and what is found once they are taken away.
#include <catch2/catch.hpp>

#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "match/evaluate.hpp"
#include "match/usage.hpp"

using namespace lacuna;

namespace {

struct Counted {
    SourceMap sources;
    dsl::Pack pack;

    explicit Counted(std::string const& rules) {
        auto const id = sources.add("rules.lac", rules);
        Diagnostics diagnostics;
        pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
        dsl::check(pack, diagnostics);
        REQUIRE(diagnostics.errors() == 0);
    }

    // The branches of the first concept that each country's text goes through: "ke: “a” “b”".
    std::string through(std::vector<std::pair<std::string, std::string>> const& texts) {
        Diagnostics diagnostics;
        auto const program = program::compile(dsl::traceable(pack), diagnostics);
        REQUIRE(program);
        match::BranchCount count(*program, pack);
        for (auto const& [country, text] : texts) {
            akn::StatuteSet set;
            set.documents.push_back(akn::document_from_text(text, "en"));
            count.add(set, "en", country);
        }
        auto const& of = count.concepts().front();
        std::string all;
        for (auto const& [country, text] : texts) {
            all += (all.empty() ? "" : "; ") + country + ":";
            for (std::size_t row = 1; row < of.branches.size(); ++row)
                if (of.branches[row].hits.contains(country))
                    all += " " + std::string(sources.text(of.trace.branches()[row].node->span));
        }
        return all;
    }

    Span place(std::string const& written) {
        auto const at = sources.at(SourceId(std::size_t{0})).bytes().find(written);
        REQUIRE(at != std::string_view::npos);
        return {SourceId(std::size_t{0}), static_cast<std::uint32_t>(at),
                static_cast<std::uint32_t>(at + written.size())};
    }

    std::size_t hits_without(std::string const& written, std::string const& text) {
        Diagnostics diagnostics;
        std::set<Span> dropped;
        if (!written.empty()) dropped.insert(place(written));
        auto const program = program::compile(dsl::without(pack, dropped), diagnostics);
        REQUIRE(program);
        return match::find_concept(*program, "letter", akn::document_from_text(text, "en"), "en").size();
    }
};

}  // namespace

TEST_CASE("a hit counts for the branches that it goes through, at every depth") {
    Counted rules(R"(lexicon en
concept letter { "letter" | ("postal" | "mail") ..2 ("item" | "packet") | "missive" })");
    CHECK(rules.through({{"a", "He opened a letter."}, {"b", "Every postal or other packet is sealed."}}) ==
          R"(a: "letter"; b: ("postal" | "mail") ..2 ("item" | "packet") "postal" "packet")");
    CHECK(rules.through({{"a", "The item in the mail."}}) == "a:");
}

TEST_CASE("an optional part counts where it is there") {
    Counted rules(R"(lexicon en
concept letter { "sealed" ("postal" | "mail")? ..1 "packet" })");
    CHECK(rules.through({{"a", "A sealed packet."}, {"b", "A sealed mail packet."}}) ==
          R"(a:; b: ("postal" | "mail")? "mail")");
}

TEST_CASE("an exclusion counts where it takes a place away") {
    Counted rules(R"(lexicon en
concept letter { "letter" but not "letter box" | "french letter" })");
    CHECK(rules.through({{"a", "A letter in the letter box."}, {"b", "The box."}}) ==
          R"(a: "letter box" | "french letter" "letter box"; b:)");
}

TEST_CASE("what was taken away is not found, and nothing else changes") {
    Counted rules(R"(lexicon en
concept letter { "letter" | ("postal" | "mail") ..1 "packet" | "sealed" "red"? ..1 "cover" })");
    std::string const text = "A letter, a postal packet and a mail packet, and a sealed red old cover.";
    CHECK(rules.hits_without("", text) == 4);
    CHECK(rules.hits_without(R"("postal")", text) == 3);
    CHECK(rules.hits_without(R"(("postal" | "mail") ..1 "packet")", text) == 2);
    CHECK(rules.hits_without(R"("red"?)", text) == 3);
    CHECK(rules.hits_without(R"("letter" | ("postal" | "mail") ..1 "packet" | "sealed" "red"? ..1 "cover")",
                             text) == 0);
}

TEST_CASE("a hit in a heading counts, which a rule may ask about") {
    Counted rules(R"(lexicon en
concept letter { "letter" | "missive" })");
    CHECK(rules.through({{"a", "# Opening a letter\nWhoever opens one is fined."},
                         {"b", "Whoever opens one."}}) == R"(a: "letter"; b:)");
    Diagnostics diagnostics;
    auto const program = program::compile(rules.pack, diagnostics);
    REQUIRE(program);
    for (bool const timed : {false, true}) {
        akn::StatuteSet set;
        set.documents.push_back(
            akn::document_from_text("# Opening a letter\nWhoever opens one is fined.", "en"));
        match::Usage usage;
        match::add_usage(*program, set, "en", timed, usage);
        CHECK(usage.concepts.front().hits == (timed ? 1 : 0));  // concepts are counted with their times
    }
}

TEST_CASE("a test in a language that lacks a concept is told as that") {
    Counted rules(R"(lexicon en
concept letter { "letter" }
concept opened { "opened" }
lexicon fr
concept letter { "lettre" }
kind offence { elements conduct, object }
measure opening : offence "Opening letters" {
  conduct = opened
  object  = letter
  needs conduct and object
}
test opening in fr { yes "Il ouvrait une lettre." })");
    Diagnostics diagnostics;
    auto const program = program::compile(rules.pack, diagnostics);
    REQUIRE(program);
    CHECK(match::run_tests(*program, rules.pack, "", diagnostics).failed == 1);
    auto const all = diagnostics.sorted();
    REQUIRE(all.size() == 1);
    auto const& notes = all.front().notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().ends_with("; the lexicon of fr does not say opened"));
}
