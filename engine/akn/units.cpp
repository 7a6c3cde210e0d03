// Which rows are the basic units: sections, articles, rules, or what stands in their place.
#include <algorithm>
#include <array>

#include "akn/names.hpp"
#include "akn/settle.hpp"

namespace lacuna::akn {
namespace {

constexpr std::array<std::string_view, 3> unit_elements{"article", "section", "rule"};

[[nodiscard]] std::uint8_t unit_kind(std::string_view element) {
    auto const found = std::find(unit_elements.begin(), unit_elements.end(), element);
    return static_cast<std::uint8_t>(found - unit_elements.begin());
}

class Units {
  public:
    explicit Units(Document& document) : document_(document), rows_(document.provisions) {}

    void run() {
        kinds_.reserve(rows_.size());
        for (auto const& row : rows_) kinds_.push_back(unit_kind(row.element));
        holds_.assign(rows_.size(), false);
        own_.assign(rows_.size(), false);
        for (auto const& block : document_.blocks)
            if (block.provision.valid() && block.role != Role::num && block.role != Role::heading)
                own_[block.provision.index()] = true;
        mark_holders();
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (kinds_[i] < unit_elements.size() && !holds_[i] && worth(i)) rows_[i].basic_unit = true;
        fill_gaps();
    }

  private:
    // A row that holds units of another kind is a level above them; text quoted inside it is another act's.
    void mark_holders() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto const kind = kinds_[i];
            if (kind == unit_elements.size()) continue;
            for (auto up = rows_[i].parent; up.valid(); up = rows_[up.index()].parent) {
                auto const& above = rows_[up.index()];
                if (above.quoted != rows_[i].quoted || above.attachment != rows_[i].attachment) break;
                auto const above_kind = kinds_[up.index()];
                if (above_kind == unit_elements.size()) continue;
                holds_[up.index()] = true;
                is_level_[above_kind] = is_level_[above_kind] || above_kind != kind;
            }
        }
    }

    // Where sections hold articles, a section without any is an empty level, unless it has words.
    [[nodiscard]] bool worth(std::size_t row) const {
        if (!is_level_[kinds_[row]]) return true;
        for (auto i = row; i < rows_[row].subtree_end; ++i)
            if (own_[i]) return true;
        return false;
    }

    // Text that no unit holds, as in schedules: the topmost rows with a number and words of their own below
    // no grouping are units.
    void fill_gaps() {
        std::vector<bool> above(rows_.size(), false);
        for (auto const& row : rows_)
            if (row.basic_unit)
                for (auto up = row.parent; up.valid() && !above[up.index()]; up = rows_[up.index()].parent)
                    above[up.index()] = true;
        for (std::size_t i = 0; i < rows_.size();) {
            if (rows_[i].basic_unit) {
                i = rows_[i].subtree_end;
            } else if (!above[i] && stands_for_unit(i)) {
                rows_[i].basic_unit = true;
                i = rows_[i].subtree_end;
            } else {
                ++i;
            }
        }
    }

    [[nodiscard]] bool stands_for_unit(std::size_t index) const {
        auto const& row = rows_[index];
        auto const kind = element_name(row.element).kind;
        if (kind == Kind::grouping || kind == Kind::attachment || kind == Kind::component ||
            kind == Kind::body)
            return false;
        if (own_[index]) return true;
        if (row.num.empty()) return false;
        for (auto child = index + 1; child < row.subtree_end; child = rows_[child].subtree_end) {
            if (!rows_[child].heading.empty()) return false;
            if (rows_[child].element == row.element) return false;
        }
        return row.subtree_end > index + 1 && row.element != "hcontainer";
    }

    Document& document_;
    std::vector<Provision>& rows_;
    std::vector<std::uint8_t> kinds_;  // places in `unit_elements`, or one behind them
    std::vector<bool> holds_, own_;
    std::array<bool, unit_elements.size()> is_level_{};
};

}  // namespace

void set_units(Document& document) {
    Units(document).run();
}

}  // namespace lacuna::akn
