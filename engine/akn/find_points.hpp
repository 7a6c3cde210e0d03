// Finds the points in a group of blocks that follow each other in one row. A marker starts a point only at
// the start of a block or after the end of a clause, in the order of its list, and only in a list of two or
// more. Private to the room.
#pragma once

#include <span>

#include "akn/points.hpp"

namespace lacuna::akn {

class PointFinder {
  public:
    explicit PointFinder(std::vector<Block> const& blocks) : blocks_(blocks) {}

    // The points in these blocks of `text`, in order; good until the next call. `signs` are the places of the
    // text where a bracket closes or a colon stands, in order.
    [[nodiscard]] std::vector<Cut> const& find(std::string_view text, std::vector<std::uint32_t> const& signs,
                                               std::vector<std::uint32_t> const& blocks);

  private:
    // What stands before a marker.
    enum class Border : std::uint8_t {
        none,    // running text: a citation
        joined,  // a comma, or a joining word after a comma or semicolon
        clause,  // the end of a clause
        start,   // the start of the block
    };
    struct Candidate {
        std::uint32_t begin = 0, end = 0;  // of the marker, in Document::text
        std::uint32_t block = 0;
        Marker marker;
        Border border = Border::none;
        bool known = false;  // the border was looked for
        bool banned = false;
    };
    // A cut and the list that it belongs to.
    struct Member {
        std::size_t candidate = 0, list = 0;
    };

    [[nodiscard]] bool may_hold(std::vector<std::uint32_t> const& blocks);
    // `from` is where the signs of the last block ended; goes on from there.
    [[nodiscard]] std::span<std::uint32_t const> signs_in(Block const& block, std::size_t& from) const;
    [[nodiscard]] bool may_begin();
    [[nodiscard]] std::string_view text_of(Block const& block) const {
        return text_.substr(block.begin, block.end - block.begin);
    }
    void scan(std::uint32_t block, std::size_t& from);
    void scan_dotted(std::uint32_t block, std::string_view text);
    void add(std::uint32_t block, std::size_t at, Marker const& marker);
    [[nodiscard]] static Border border_after(std::string_view before);
    void set_border(Candidate& candidate) const;
    [[nodiscard]] std::string_view between(Candidate const& a, Candidate const& b) const;
    void drop_citations();
    [[nodiscard]] Candidate const* following(std::size_t index) const;
    [[nodiscard]] bool attempt();
    [[nodiscard]] bool ban_lonely();
    [[nodiscard]] static bool opens_pair(Candidate const& here, Candidate const* next);

    std::vector<Block> const& blocks_;
    std::string_view text_;
    std::span<std::uint32_t const> signs_;
    bool hope_ = false;  // something in the blocks looks like a point by itself
    std::vector<Candidate> candidates_;
    std::vector<Cut> cuts_;
    std::vector<Member> members_;      // one for each cut
    std::vector<std::size_t> counts_;  // of the members of each list
    std::vector<std::size_t> open_;    // the lists that go on
};

}  // namespace lacuna::akn
