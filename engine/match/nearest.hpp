// For an element that was not found: the words of the text that its concepts came nearest to.
#pragma once

#include <string>
#include <vector>

#include "match/act_text.hpp"
#include "match/evaluate.hpp"

namespace lacuna::match {

struct Nearest {
    std::string of;        // concept, or phrase in quotes
    bool said = true;      // false: the language of the act has no words for the concept
    bool in_name = false;  // the concept occurs, but only in names of acts, where it counts for nothing
    bool whole = false;  // the concept itself occurs, but not where the element asks; else only phrases of it
    std::vector<Evidence> words;  // the nearest few, nearest first; none: no word of it occurs in the act
};

// Where the words of a concept stand that only stand in the name of an act, and so count for nothing; none
// where the concept itself is found.
[[nodiscard]] std::vector<Evidence> words_in_names(ActText const& act, ConceptId id);
// “words of it” stand in the name of an act, which counts for nothing; empty where words_in_names are none.
[[nodiscard]] std::string told_by_name(ActText const& act, ConceptId id);

// One act, read and scanned once for all the elements that are asked for. `language` overrides the act's own
// when it is not empty. Keeps references to the program and the document.
class NearestWords {
  public:
    NearestWords(program::Program const& program, akn::Document const& document, DocumentId id,
                 std::string const& language);
    ~NearestWords();
    // One row for each concept that the condition of the element names, in the order written, with the words
    // that stand nearest to the passage of `leaf` (invalid: to the beginning); none where no rules speak the
    // language.
    [[nodiscard]] std::vector<Nearest> of(MeasureId measure, ElementId element, ProvisionId leaf) const;

  private:
    program::Program const& program_;
    std::vector<ActText> texts_;  // of the act, one for each language
};

}  // namespace lacuna::match
