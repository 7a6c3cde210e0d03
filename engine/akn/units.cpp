// Which rows are the basic units: sections, articles, rules, or what stands in their place.
#include <array>

#include "akn/names.hpp"
#include "akn/settle.hpp"

namespace lacuna::akn {
namespace {

enum UnitKind : std::uint8_t { article, section, rule, no_unit };

// Asked of every row: names of known length are compared in registers.
[[nodiscard]] UnitKind unit_kind(std::string_view element) {
    if (element == "article") return article;
    if (element == "section") return section;
    return element == "rule" ? rule : no_unit;
}

[[nodiscard]] std::uint8_t is_words(Role role) {
    return role != Role::num && role != Role::heading ? 1 : 0;
}

class Units {
  public:
    explicit Units(Document& document) : document_(document), rows_(document.provisions) {}

    void run() {
        kinds_.reserve(rows_.size());
        for (auto const& row : rows_) kinds_.push_back(unit_kind(row.element));
        holds_.assign(rows_.size(), false);
        own_.assign(rows_.size(), 0);
        // Added up, not asked for: numbers, headings and words come by turns that nothing foresees.
        for (auto const& block : document_.blocks)
            if (block.provision.valid()) own_[block.provision.index()] |= is_words(block.role);
        mark_holders();
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (kinds_[i] != no_unit && !holds_[i] && worth(i)) rows_[i].basic_unit = true;
        fill_gaps();
    }

  private:
    // A row that holds units of another kind is a level above them; text quoted inside it is another act's.
    void mark_holders() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto const kind = kinds_[i];
            if (kind == no_unit) continue;
            for (auto up = rows_[i].parent; up.valid(); up = rows_[up.index()].parent) {
                auto const& above = rows_[up.index()];
                if (above.quoted != rows_[i].quoted || above.attachment != rows_[i].attachment) break;
                auto const above_kind = kinds_[up.index()];
                if (above_kind == no_unit) continue;
                holds_[up.index()] = true;
                is_level_[above_kind] = is_level_[above_kind] || above_kind != kind;
            }
        }
    }

    // Where sections hold articles, a section without any is an empty level, unless it has words.
    [[nodiscard]] bool worth(std::size_t row) const {
        if (!is_level_[kinds_[row]]) return true;
        for (auto i = row; i < rows_[row].subtree_end; ++i)
            if (own_[i] != 0) return true;
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
        if (own_[index] != 0) return true;
        if (row.num.empty()) return false;
        for (auto child = index + 1; child < row.subtree_end; child = rows_[child].subtree_end) {
            if (!rows_[child].heading.empty()) return false;
            if (rows_[child].element == row.element) return false;
        }
        return row.subtree_end > index + 1 && row.element != "hcontainer";
    }

    Document& document_;
    std::vector<Provision>& rows_;
    std::vector<UnitKind> kinds_;
    std::vector<bool> holds_;
    std::vector<std::uint8_t> own_;  // whether there are words of its own; a byte costs less than a bit
    std::array<bool, no_unit> is_level_{};
};

}  // namespace

void set_units(Document& document) {
    Units(document).run();
}

}  // namespace lacuna::akn
