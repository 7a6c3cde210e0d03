// Builds the rows, the text and the account of a Document while somebody walks the file. It knows provisions,
// blocks and blanks, and no XML. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

#include "akn/document.hpp"

namespace lacuna::akn {

class Builder {
  public:
    Builder(Document& document, bool ascii) : document_(document), ascii_(ascii) {}

    // Where text goes: saved and put back by whoever walks.
    struct State {
        ProvisionId provision;
        Role role = Role::content;
        Force force = Force::in_force;
        bool front = false;  // in preface, preamble or conclusions
        bool quoted = false;
        bool attachment = false;
        std::string_view language{};  // other than the document's
        std::string_view amends{};    // target of quoted text
    };
    State state;

    // A row below the current provision; becomes the current one until `close_provision`.
    [[nodiscard]] ProvisionId open_provision(std::string_view element, Span source);
    void close_provision(ProvisionId id);

    // Appends text that stands at `source` in the file; blanks collapse.
    void text(std::string_view words, std::uint32_t source);
    void set_aside(Account::Class item, std::string_view words);
    // A line break inside a block keeps words apart.
    void line_break();
    void end_block();
    // Where the next word of the current block will stand.
    [[nodiscard]] std::uint32_t next_offset() const;
    // Where its text so far ends.
    [[nodiscard]] std::uint32_t end_offset() const {
        return static_cast<std::uint32_t>(document_.text.size());
    }

    // Fills the account; call once, at the end. `more_blanks`: blanks of the file that were text and became
    // borders of blocks since.
    void finish(std::uint64_t more_blanks = 0);

  private:
    void open_block();
    [[nodiscard]] std::uint64_t code_points(char const* from, char const* to) const;

    Document& document_;
    bool ascii_;
    bool open_ = false;            // a block is open
    bool blank_ = false;           // blanks of the file wait for the next word
    bool break_ = false;           // a line break waits for it
    std::uint64_t blanks_ = 0;     // blanks of the file that are not in the text
    std::uint64_t inserted_[4]{};  // blanks of the text that are not in the file, by class of text
};

// The class of the account that the text of a role belongs to.
[[nodiscard]] Account::Class class_of(Role role);

}  // namespace lacuna::akn
