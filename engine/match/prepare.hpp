// From documents to texts ready to be matched: tokens, and the phrases that the automaton of their language
// finds in them. Each text is tokenised and scanned once.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "akn/set.hpp"
#include "match/evaluate.hpp"
#include "match/part_languages.hpp"
#include "match/scan.hpp"
#include "match/set_text.hpp"

namespace lacuna::match {

// The words and states of each language, kept from one act to the next. Belongs to one thread.
class Preparer {
  public:
    explicit Preparer(program::Program const& program) : program_(program) {}
    // What is in the main language of the act, or in `language`.
    [[nodiscard]] ActText prepare(akn::Document const& document, DocumentId id, std::string const& language);
    // A title that was read as a text: of the names of acts in it, too, all words count.
    [[nodiscard]] ActText prepare_title(akn::Document const& document, std::string const& language);
    // As prepare(), and a text for each other language of its parts that a lexicon speaks.
    [[nodiscard]] std::vector<ActText> prepare_all(akn::Document const& document, DocumentId id,
                                                   std::string const& language);

  private:
    // Its words and phrases.
    [[nodiscard]] ActText read(akn::Document const& document, DocumentId id, std::string const& name,
                               PartLanguages const& parts);
    [[nodiscard]] ActText prepare_part(akn::Document const& document, DocumentId id, std::string const& name,
                                       PartLanguages const& parts);

    struct Language {
        std::shared_ptr<text::Vocabulary> vocabulary;
        std::unique_ptr<Scanner> scanner;
    };
    program::Program const& program_;
    std::map<std::string, Language> languages_;
};

// The language that an act is read in: the first of its languages that a lexicon speaks; empty when none.
[[nodiscard]] std::string language_of(program::Program const& program, akn::Document const& document,
                                      std::string const& wanted);
// All acts of the set, on `threads` threads.
void prepare_set(program::Program const& program, akn::StatuteSet const& set, EvaluateOptions const& options,
                 SetText& into);
// What a SetText needs besides its acts.
void open_set(program::Program const& program, SetText& into);

}  // namespace lacuna::match
