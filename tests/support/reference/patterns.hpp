// Patterns read word by word straight from the rules as written: no automaton, no clauses, no memory. Slow,
// and short enough to be compared with docs/language.md by eye. The engine is held against it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "akn/document.hpp"
#include "dsl/ast.hpp"
#include "match/act_text.hpp"
#include "text/statute_text.hpp"

namespace lacuna::test::reference {

struct Word {
    std::string spelling, stem;  // folded
    double number = -1;
    std::size_t sentence = 0;  // two words of one sentence have the same
    std::size_t block = 0;     // likewise
    // Names of concepts that a defined term which begins here stands for, and the words of the term.
    std::set<std::pair<std::string, std::size_t>> means{};
};
using Words = std::vector<Word>;

// Where a pattern stands: words `begin` to `end`, with the value it names, if any.
struct Place {
    std::size_t begin = 0, end = 0;
    std::string bind;
    double value = 0;
    auto operator<=>(Place const&) const = default;
};
using Places = std::set<Place>;

// The words of some segments, in order, as one norm.
[[nodiscard]] Words words_of(text::StatuteText const& text, text::Vocabulary const& vocabulary,
                             std::vector<std::uint32_t> const& segments);
// The same with the terms that the act defines, which are the engine's own.
[[nodiscard]] Words words_of(match::ActText const& act, std::vector<std::string> const& concepts,
                             std::vector<std::uint32_t> const& segments);

class Patterns {
  public:
    Patterns(dsl::Pack const& pack, std::string language);

    [[nodiscard]] dsl::Concept const* find(std::string const& name) const;
    // The places of a concept: a sequence with gaps gives its shortest from each first word on.
    [[nodiscard]] Places places(dsl::Concept const& of, Words const& words) const;
    [[nodiscard]] Places places(std::string const& name, Words const& words) const;
    // Every place of a phrase.
    [[nodiscard]] Places phrase(std::string const& text, bool exact, Words const& words) const;

  private:
    struct Step {  // how far a sequence has come
        std::size_t end = 0;
        std::string bind;
        double value = 0;
        auto operator<=>(Step const&) const = default;
    };
    using Steps = std::set<Step>;
    struct Amount {  // "two years"
        std::size_t begin = 0, end = 0;
        double count = 0;
        dsl::QuantityWord unit;
        bool counted = false;  // by a number; else its unit stands alone
        [[nodiscard]] double days() const;
    };
    [[nodiscard]] std::vector<Amount> amounts(dsl::Quantity::Kind kind, Words const& words) const;

    [[nodiscard]] Places every(dsl::Concept const& of, Words const& words, bool shortest) const;
    static void add_defined(std::string const& name, Words const& words, Places& found);
    [[nodiscard]] Steps nearest(dsl::Pattern const& pattern, Words const& words, std::size_t begin) const;
    [[nodiscard]] static Steps named(Steps const& steps, std::string const& bind);
    [[nodiscard]] Steps from(dsl::Pattern const& pattern, Words const& words, std::size_t begin) const;
    [[nodiscard]] Steps from_bare(dsl::Pattern const& pattern, Words const& words, std::size_t begin) const;
    void follow(dsl::Pattern const& sequence, std::size_t child, std::size_t gap, Step const& step,
                std::size_t begin, bool started, Words const& words, Steps& into) const;
    [[nodiscard]] Steps quantity(dsl::Quantity::Kind kind, Words const& words, std::size_t begin) const;

    struct Wanted;  // one word of a phrase
    [[nodiscard]] std::vector<Wanted> const& wanted(std::string const& text, bool exact) const;
    [[nodiscard]] static bool is(Wanted const& wanted, Word const& word);
    [[nodiscard]] static bool is_phrase(std::vector<Wanted> const& wanted, Words const& words,
                                        std::size_t begin);

    dsl::Pack const& pack_;
    std::string language_;
    mutable std::map<std::pair<std::string, bool>, std::vector<Wanted>> wanted_;
};

struct Patterns::Wanted {
    std::string text;
    enum class By { stem, spelling, prefix } by;
};

}  // namespace lacuna::test::reference
