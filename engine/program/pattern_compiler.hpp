// Patterns of one language to flat nodes. Whatever a pattern can say without gaps is written out as phrases
// for the automaton; only what is left (gaps, other concepts, values) becomes nodes to evaluate.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/ast.hpp"
#include "program/automaton_builder.hpp"
#include "program/program.hpp"

namespace lacuna::program {

// A pattern that would write out as more phrases than this stays a sequence of nodes.
inline constexpr std::size_t max_phrases_written_out = 256;

class PatternCompiler {
  public:
    using Names = std::unordered_map<std::string, std::uint32_t>;  // concept -> row
    // What it is given must stay: all concepts, and all names that patterns give to values (collect_binds).
    PatternCompiler(std::string const& language, text::Respellings const& respellings, Names const& concepts,
                    std::vector<std::string> const& binds);

    void add(ConceptId id, dsl::Concept const& declared);
    // `span` is where it stands, for what holds no word.
    void add_phrase(ConceptId id, std::string_view text, bool exact, Span span);
    void add(dsl::Quantity const& quantity);
    // Quoted texts that hold no word of the language: nothing is found by them.
    [[nodiscard]] std::vector<Span> const& wordless() const { return wordless_; }
    // Call once, after everything was added.
    [[nodiscard]] LanguageCode finish(std::size_t concepts);

  private:
    // Nothing when the pattern holds more than words, or too many of them.
    [[nodiscard]] std::optional<Phrases> write_out(dsl::Pattern const& pattern);
    // Adds what a pattern of words says; false when that is too much, and then nothing is added.
    [[nodiscard]] bool add_words(dsl::Pattern const& pattern, Phrases& into);
    [[nodiscard]] std::optional<Phrases> write_out_sequence(dsl::Pattern const& pattern);
    void add_phrases(std::string_view text, bool exact, Span span, Phrases& into);
    [[nodiscard]] NodeId node(dsl::Pattern const& pattern);
    [[nodiscard]] NodeId sequence(dsl::Pattern const& pattern);
    [[nodiscard]] NodeId alternatives(dsl::Pattern const& pattern);
    [[nodiscard]] NodeId words_node(dsl::Pattern const& pattern, std::uint16_t bind);
    [[nodiscard]] NodeId group_node(Phrases const& phrases, std::uint16_t bind = 0);
    [[nodiscard]] NodeId push(PatternNode node, std::vector<Part> const& parts = {});
    [[nodiscard]] std::uint16_t bind_of(dsl::Pattern const& pattern);
    [[nodiscard]] ConceptCode& slot(ConceptId id);

    Names const& names_;
    std::vector<std::string> const& binds_;
    AutomatonBuilder builder_;
    LanguageCode code_;
    std::vector<Span> wordless_;
};

// Adds the names that a pattern gives to values, those that are new, in their order.
void collect_binds(dsl::Pattern const& pattern, std::vector<std::string>& into);

}  // namespace lacuna::program
