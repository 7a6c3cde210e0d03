// Reads one declaration after the other, and inside a declaration one clause after the other. What cannot be
// read is reported once, and reading goes on at the next clause or declaration. Private to dsl/.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dsl/grammar/grammar.hpp"
#include "dsl/parse.hpp"

namespace lacuna::dsl {

class DeclarationReader {
  public:
    DeclarationReader(std::string_view text, File& file, Diagnostics& diagnostics, ParseLimits const& limits);
    void read_all();

  private:
    struct Block {                 // what stands between '{' and '}'
        std::string what;          // "measure 'x'"
        std::uint32_t brace = 0;   // its '{'
        std::uint32_t indent = 0;  // blanks before the line that opens it
    };

    void read_one(std::string_view word);
    void lexicon();
    void concept_();
    void quantity();
    void spelling();
    void kind();
    void measure();
    void instrument();
    void instrument_body(Instrument& into);
    // `entered`: the head was reported already, and the cursor is behind its '{'.
    [[nodiscard]] bool chapter(std::uint32_t begin, bool entered, Article& head);
    void article(std::uint32_t begin, bool entered, Article head, Instrument& into);
    void cooperation(std::uint32_t begin, bool entered, Instrument& into);
    void test();
    // Moves to the end of the test that begins here; false where it is not plain where that is.
    [[nodiscard]] bool pass_over_test();

    // Obligations that stand in no article: read, and reported once.
    void stray_obligations(Instrument& into);
    // The block of an instrument that begins here; none: a clause, or nothing that is known. What begins with
    // a wrong word, "Article" or "section", is reported and entered: the cursor stands behind its '{'.
    struct Meant {
        std::string block;
        bool entered = false;
    };
    [[nodiscard]] Meant meant_block();
    // Reports a head that could not be read. True when its block is open all the same.
    [[nodiscard]] bool open_in_spite(std::uint32_t begin);
    // True when a '{' stands on the line; the cursor is behind it.
    [[nodiscard]] bool open_after_failed_head(std::uint32_t begin);
    [[nodiscard]] bool leave_instrument();

    // Reads clauses until the '}' of the block that begins at `begin`. `read` reads one.
    void clauses(std::uint32_t begin, std::string what, std::function<bool()> const& read);
    // Reports the failure and moves to the next line that may begin a clause, or to the end of the
    // declaration.
    void skip_clause();
    void skip_declaration();
    void to_next_clause();
    [[nodiscard]] std::optional<std::uint32_t> close_on_line(std::uint32_t from) const;
    // Reports the failure: as what is not closed, where that is its cause.
    void report();
    [[nodiscard]] bool blame_text();
    [[nodiscard]] bool blame_block();
    void add(Diagnostic diagnostic);
    [[nodiscard]] bool at_close();  // moves past '}' when it is there, and out of its block
    void open_block(std::uint32_t begin, std::string what);
    [[nodiscard]] std::string_view word();
    void finish(File::Item::Kind kind, std::size_t index);
    // The names that a declaration with an error may have been meant to declare.
    void note_failed(std::string_view keyword);
    [[nodiscard]] bool ends_declaration(std::uint32_t line) const;
    [[nodiscard]] bool begins_declaration(std::uint32_t at) const;
    [[nodiscard]] bool begins_sibling(std::uint32_t at) const;
    [[nodiscard]] Block this_block() const;

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
    bool failed_ = false;           // the declaration has an error
    std::vector<Block> blocks_;     // that are open, innermost last
    std::optional<Block> suspect_;  // the first whose '}' stood at the indentation of another
    std::uint32_t texts_from_ = 0;  // texts before it are known to be closed
    bool unclosed_ = false;         // the last failure: a block is not closed; reading goes on at the cursor
};

}  // namespace lacuna::dsl
