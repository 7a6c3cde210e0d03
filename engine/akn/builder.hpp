// Builds the rows, the text and the account of a Document while somebody walks the file. It knows provisions,
// blocks and blanks, and no XML. Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "akn/document.hpp"
#include "akn/split_points.hpp"
#include "akn/text_writer.hpp"

namespace lacuna::akn {

class Builder {
  public:
    // One at a time on each thread. Points inside the text become rows of their own when `raw`, the bytes of
    // the file, is given.
    Builder(Document& document, bool ascii, std::optional<std::string_view> raw = std::nullopt);

    // Where text goes: saved and put back by whoever walks.
    struct State {
        ProvisionId provision;
        Role role = Role::content;
        Force force = Force::in_force;
        bool front = false;  // in preface, preamble or conclusions
        bool quoted = false;
        bool attachment = false;
        std::uint32_t row = 0;        // of a table, as in Block
        std::string_view language{};  // other than the document's
        std::string_view amends{};    // target of quoted text
    };
    State state;

    // A row below the current provision; becomes the current one until `close_provision`. `id` is its
    // identifier, if the file gives one.
    [[nodiscard]] ProvisionId open_provision(std::string_view element, Span source, std::string_view id = {});
    void close_provision(ProvisionId id);

    // Appends text that stands at `source` in the file; blanks collapse.
    void text(std::string_view words, std::uint32_t source);
    // Blanks between elements, of which only the number counts.
    void blanks(std::uint32_t count) {
        // No question whether there are any: in many files it has no answer that could be foreseen.
        between_ += count;
        blank_ |= count != 0;
    }
    void set_aside(Account::Class item, std::string_view words);
    void set_aside(Account::Class item, std::uint64_t characters);
    // A line break inside a block keeps words apart.
    void line_break();
    void end_block() {
        if (open_) close_block();
    }
    // Where the next word of the current block will stand, for references and terms. `finish` puts them right
    // when points made the text longer.
    [[nodiscard]] std::uint32_t next_offset() const;
    // Where its text so far ends.
    [[nodiscard]] std::uint32_t end_offset() const { return text_.size() - points_.inserted(); }

    // Hands the text over to the document and fills the account: nothing comes after it.
    void finish();

  private:
    void open_block();
    void close_block();
    // The words of a row that no row below it parts have ended.
    void end_group();
    void fill_account();
    // Bytes that continue a character.
    [[nodiscard]] std::uint64_t later_bytes(std::string_view text) const;

    Document& document_;
    bool ascii_;
    std::string_view raw_;
    TextWriter& text_;
    PointSplitter points_;
    Provision const fresh_;
    bool split_;                    // points are sought
    std::uint32_t group_ = 0;       // first block behind the last row that began or ended
    std::uint32_t group_run_ = 0;   // first run of its text
    bool may_hold_points_ = false;  // one of the blocks since then
    bool open_ = false;             // a block is open
    bool blank_ = false;            // blanks of the file wait for the next word
    bool break_ = false;            // a line break waits for it
    std::uint64_t between_ = 0;     // blanks between elements
    std::uint64_t blanks_ = 0;      // blanks of texts that are not in the text, less spaces put for others
    std::uint64_t inserted_[4]{};   // blanks of the text that are not in the file, by class of text
};

// The class of the account that the text of a role belongs to.
[[nodiscard]] Account::Class class_of(Role role);

}  // namespace lacuna::akn
