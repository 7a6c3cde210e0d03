// Makes a row of each point while the rows of a document are built: whenever a row's own words end, because a
// row below it begins or the row itself ends. So the words are looked at while they are at hand, and nothing
// that stands before them is touched again. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "akn/find_points.hpp"
#include "akn/offsets.hpp"
#include "akn/points.hpp"
#include "akn/text_writer.hpp"

namespace lacuna::akn {

class PointSplitter {
  public:
    // `text` is the document's, while it grows; `raw` are the bytes of the file.
    PointSplitter(Document& document, TextWriter& text, std::string_view raw)
        : document_(document), text_(text), raw_(raw), finder_(document.blocks) {}

    // The blocks from `first` on stand in `row`, and no row below parts them; their text begins with the run
    // `first_run`. Some of its own may hold points. Nothing comes after them yet, neither blocks nor rows nor
    // text.
    void split(std::uint32_t first, std::uint32_t first_run, ProvisionId row);
    // How much longer the text is than before: borders were put in where no blank was.
    [[nodiscard]] std::uint32_t inserted() const { return static_cast<std::uint32_t>(inserted_.size()); }
    // Blanks of the file that became borders of blocks.
    [[nodiscard]] std::uint64_t blanks() const { return blanks_; }
    // References and terms go where their text went; their places were counted without what was inserted.
    void move_marks();

  private:
    void choose_blocks(std::uint32_t first, ProvisionId row);
    void rebuild(std::uint32_t first, ProvisionId row);
    // Where a byte of these blocks stands in the file.
    [[nodiscard]] FilePlace place(std::uint32_t offset) const;
    void insert_borders(std::uint32_t first_block);
    void close(std::size_t id);
    void close_made(std::size_t keep);
    void add_block(std::uint32_t begin, std::uint32_t end, Role role);
    void cut_block(Block const& block);
    void words(std::uint32_t begin, std::uint32_t end, Role role);
    [[nodiscard]] std::uint32_t skip_blank(std::uint32_t at);
    void border_at(std::uint32_t blank);
    void open_made(Cut const& cut);
    [[nodiscard]] Span place_of(Cut const& cut, SourceId source) const;
    void move_mark(ProvisionId& provision, std::uint32_t& begin, std::uint32_t& end) const;
    [[nodiscard]] std::uint32_t moved(std::uint32_t offset) const;

    Document& document_;
    TextWriter& text_;
    std::string_view raw_;
    PointFinder finder_;
    std::vector<std::uint32_t> chosen_;  // blocks that may hold points
    // Of the blocks that are being split:
    std::vector<Cut> const* cuts_ = nullptr;
    std::size_t next_ = 0;  // of the cuts
    std::vector<Block> old_blocks_;
    std::vector<std::size_t> made_;         // the row and the open made rows below it
    std::size_t first_run_ = 0, runs_ = 0;  // where their runs begin, and how many there are in all
    std::uint32_t table_row_ = 0;           // of the block that is cut
    std::vector<std::uint32_t> borders_;    // places before which a border comes that was no blank
    // Of the whole document:
    std::vector<std::uint32_t> inserted_;  // such places in the text without any of these borders
    std::uint64_t blanks_ = 0;
    bool some_ = false;  // a row was made
};

}  // namespace lacuna::akn
