// Reads one declaration after the other, and inside a declaration one clause after the other. What cannot be
// read is reported once, and reading goes on at the next clause or declaration. Private to dsl/.
#pragma once

#include "dsl/grammar/grammar.hpp"
#include "dsl/parse.hpp"

namespace lacuna::dsl {

class DeclarationReader {
  public:
    DeclarationReader(std::string_view text, File& file, Diagnostics& diagnostics, ParseLimits const& limits);
    void read_all();

  private:
    void read_one(std::string_view word);
    void lexicon();
    void concept_();
    void quantity();
    void kind();
    void measure();
    void instrument();
    void instrument_body(Instrument& into);
    void article(Article head, Instrument& into);
    void cooperation(Instrument& into);
    void test();

    // Reads clauses until the '}' of the declaration. `read` reads one.
    template <class Read>
    void clauses(Read read);
    // Reports the failure and moves to the next line that may begin a clause, or to the end of the
    // declaration.
    void skip_clause();
    void skip_declaration();
    void report();
    void add(Diagnostic diagnostic);
    [[nodiscard]] bool at_close();  // moves past '}' when it is there
    [[nodiscard]] std::string_view word();
    void finish(File::Item::Kind kind, std::size_t index);
    [[nodiscard]] bool ends_declaration(std::uint32_t line) const;

    std::string_view text_;
    File& file_;
    Diagnostics& diagnostics_;
    ParseLimits limits_;
    grammar::Cursor cursor_;
    std::uint32_t begin_ = 0;   // of the declaration
    std::uint32_t indent_ = 0;  // blanks before it
    Name name_;                 // of the declaration
    std::string language_;      // of the last `lexicon`
    std::size_t errors_ = 0;
    bool failed_ = false;  // the declaration has an error
};

}  // namespace lacuna::dsl
