// Which rows may hold points in their text, and the points of those.
#include "akn/points.hpp"

#include <algorithm>

#include "akn/find_points.hpp"

namespace lacuna::akn {
namespace {

// Where a sign comes next. Places must be asked for in ascending order, so that the text is gone over once.
class NextSign {
  public:
    NextSign(std::string_view text, char sign) : text_(text), sign_(sign) {}
    [[nodiscard]] std::size_t from(std::size_t place) {
        if (found_ < place || first_) found_ = std::min(text_.find(sign_, place), text_.size());
        first_ = false;
        return found_;
    }

  private:
    std::string_view text_;
    char sign_;
    std::size_t found_ = 0;
    bool first_ = true;
};

class Points {
  public:
    explicit Points(Document const& document)
        : document_(document), finder_(document), close_(document.text, ')'), colon_(document.text, ':') {}

    std::vector<Cut> run() {
        auto const& blocks = document_.blocks;
        hopeful_.assign(blocks.size(), 0);
        for (std::size_t i = 0; i < blocks.size(); ++i)
            hopeful_[i] =
                is_norm(blocks[i].role) && blocks[i].provision.valid() && may_hold_points(blocks[i]);
        done_.assign(document_.provisions.size(), 0);
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (hopeful_[i] == 0 || done_[blocks[i].provision.index()] != 0) continue;
            done_[blocks[i].provision.index()] = 1;
            groups_of(blocks[i].provision.value);
        }
        std::sort(cuts_.begin(), cuts_.end(), [](Cut const& a, Cut const& b) { return a.offset < b.offset; });
        return std::move(cuts_);
    }

  private:
    // A bracket that closes, a number with a full stop before all, or a list of such behind a colon.
    [[nodiscard]] bool may_hold_points(Block const& block) {
        if (close_.from(block.begin) < block.end) return true;
        if (may_be_dotted(document_.text[block.begin]) && dotted_marker_at(document_.text_of(block)))
            return true;
        for (auto at = colon_.from(block.begin); at < block.end; at = colon_.from(at + 1)) {
            auto const rest = std::string_view(document_.text).substr(at, block.end - at);
            if (rest.starts_with(": I. ") || rest.starts_with(": 1. ")) return true;
        }
        return false;
    }

    [[nodiscard]] static bool may_be_dotted(char first) {
        return (first >= '0' && first <= '9') || first == 'I' || first == 'V' || first == 'X';
    }

    // Blocks of the row itself that no row below parts.
    void groups_of(std::uint32_t row) {
        auto const& rows = document_.provisions;
        auto at = rows[row].block_begin;
        for (auto child = row + 1; child < rows[row].subtree_end; child = rows[child].subtree_end) {
            group(row, at, rows[child].block_begin);
            at = rows[child].block_end;
        }
        group(row, at, rows[row].block_end);
    }

    void group(std::uint32_t row, std::uint32_t from, std::uint32_t to) {
        group_.clear();
        bool hope = false;
        for (auto i = from; i < to; ++i) {
            auto const& block = document_.blocks[i];
            if (block.provision.value != row || !is_norm(block.role)) continue;
            group_.push_back(i);
            hope = hope || hopeful_[i] != 0;
        }
        if (!hope) return;
        auto const& found = finder_.find(group_);
        cuts_.insert(cuts_.end(), found.begin(), found.end());
    }

    Document const& document_;
    PointFinder finder_;
    NextSign close_, colon_;
    std::vector<std::uint8_t> hopeful_;  // blocks
    std::vector<std::uint8_t> done_;     // rows
    std::vector<std::uint32_t> group_;
    std::vector<Cut> cuts_;
};

}  // namespace

std::vector<Cut> points_of(Document const& document) {
    return Points(document).run();
}

}  // namespace lacuna::akn
