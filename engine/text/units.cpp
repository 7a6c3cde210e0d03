#include "text/units.hpp"

#include <algorithm>

namespace lacuna::text {
namespace {

constexpr auto none = Segment::none;
constexpr std::size_t most_context = 64;

[[nodiscard]] bool is_body(akn::Role role) {
    return role == akn::Role::intro || role == akn::Role::content || role == akn::Role::wrap_up;
}

// Works on provisions in document order: a parent stands before its children, a subtree is a range of rows.
class Arranger {
  public:
    Arranger(akn::Document const& document, StatuteText& text)
        : document_(document),
          text_(text),
          unit_of_(document.provisions.size(), none),
          body_(document.provisions.size(), 0) {}

    void run() {
        text_.units.clear();
        text_.passages.clear();
        text_.passage_segments.clear();
        make_units();
        assign_segments();
        mark_bodies();
        gather_blocks();
        for (std::size_t unit = 0; unit < text_.units.size(); ++unit) read_unit(unit);
        drop_empty_units();
    }

  private:
    struct Direct {  // body segments that stand directly in a provision
        std::uint32_t begin = 0, end = 0;
    };
    // An ancestor on the way down: its words before and after what it holds.
    struct Level {
        std::size_t provision = 0;
        std::uint32_t intro_begin = 0, intro_next = 0, intro_end = 0;  // rows of intros_; next: not yet met
        std::uint32_t list_begin = 0;                  // row of intros_: where the list's own begin
        std::uint32_t before_begin = 0;                // row of before_
        std::uint32_t after_begin = 0, after_end = 0;  // rows of after_
    };

    [[nodiscard]] std::size_t parent(std::size_t row) const {
        return document_.provisions[row].parent.index();
    }
    [[nodiscard]] bool has_parent(std::size_t row) const { return document_.provisions[row].parent.valid(); }

    void make_units();
    void assign_segments();
    void mark_bodies();
    void gather_blocks();
    void read_unit(std::size_t unit);
    void enter(std::size_t row);
    void leave_until(std::size_t row);
    void introduce(std::size_t child);
    void add_content(std::size_t leaf);
    void add_table(std::size_t leaf);
    void add_passage(std::size_t leaf, std::vector<std::uint32_t> const& own);
    [[nodiscard]] std::uint32_t row_of(std::uint32_t segment) const {
        return document_.blocks[text_.segments[segment].block].row;
    }
    [[nodiscard]] bool has_children(std::size_t row, std::uint32_t unit) const;
    void divide(std::size_t row, std::uint32_t unit);
    void drop_empty_units();

    akn::Document const& document_;
    StatuteText& text_;
    std::vector<std::uint32_t> unit_of_;  // by provision
    std::vector<std::uint8_t> body_;      // by provision: its unit has body words in its subtree
    std::vector<std::uint32_t> direct_;   // body segments grouped by provision, in reading order
    std::vector<Direct> direct_of_;       // by provision
    std::vector<Level> levels_;
    std::vector<std::uint32_t> intros_, before_, after_;  // segments of the levels
    std::vector<std::uint32_t> intro_, content_, closing_;
};

// A basic unit is a unit wherever it stands. Above all basic units, the top-most provision without one is a
// unit, and so is a provision that holds words of its own beside basic units.
void Arranger::make_units() {
    auto const& rows = document_.provisions;
    std::vector<std::uint32_t> basic_before(rows.size() + 1, 0);
    std::vector<std::uint8_t> words(rows.size(), 0);
    for (std::size_t row = 0; row < rows.size(); ++row)
        basic_before[row + 1] = basic_before[row] + (rows[row].basic_unit ? 1 : 0);
    for (auto const& block : document_.blocks)
        if (block.provision.valid() && is_body(block.role)) words[block.provision.index()] = 1;
    std::vector<std::uint8_t> inherits(rows.size(), 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        bool const inside = has_parent(row) && inherits[parent(row)];
        bool const holds_basic = basic_before[rows[row].subtree_end] > basic_before[row];
        if (rows[row].basic_unit || (!inside && (!holds_basic || words[row]))) {
            unit_of_[row] = static_cast<std::uint32_t>(text_.units.size());
            Unit unit;
            unit.provision = ProvisionId(row);
            text_.units.push_back(unit);
        } else if (inside) {
            unit_of_[row] = unit_of_[parent(row)];
        }
        inherits[row] = rows[row].basic_unit || inside || !holds_basic;
    }
}

void Arranger::assign_segments() {
    for (std::uint32_t i = 0; i < text_.segments.size(); ++i) {
        auto& segment = text_.segments[i];
        auto const role = document_.blocks[segment.block].role;
        segment.body = segment.provision.valid() && is_body(role);
        segment.unit = segment.provision.valid() ? unit_of_[segment.provision.index()] : none;
        if (segment.unit == none) continue;
        auto& unit = text_.units[segment.unit];
        if (role == akn::Role::heading && unit.heading == none && segment.provision == unit.provision)
            unit.heading = i;
        if (!segment.body) continue;
        if (unit.segment_end == 0) unit.segment_begin = i;
        unit.segment_end = i + 1;
        body_[segment.provision.index()] = 1;
    }
}

void Arranger::mark_bodies() {
    for (auto row = document_.provisions.size(); row-- > 0;)
        if (body_[row] && has_parent(row) && unit_of_[parent(row)] == unit_of_[row]) body_[parent(row)] = 1;
}

void Arranger::gather_blocks() {
    direct_of_.assign(document_.provisions.size(), {});
    for (auto const& segment : text_.segments)
        if (segment.body && segment.token_end > segment.token_begin)
            ++direct_of_[segment.provision.index()].end;
    std::uint32_t at = 0;
    for (auto& direct : direct_of_) {
        auto const count = direct.end;
        direct = {at, at};
        at += count;
    }
    direct_.resize(at);
    for (std::uint32_t i = 0; i < text_.segments.size(); ++i) {
        auto const& segment = text_.segments[i];
        if (segment.body && segment.token_end > segment.token_begin)
            direct_[direct_of_[segment.provision.index()].end++] = i;
    }
}

bool Arranger::has_children(std::size_t row, std::uint32_t unit) const {
    auto const& rows = document_.provisions;
    for (auto child = row + 1; child < rows[row].subtree_end; child = rows[child].subtree_end)
        if (unit_of_[child] == unit && body_[child]) return true;
    return false;
}

// A provision with children: its introductory words go to the children after them, and its closing words to
// all; content is read alone, but for content that breaks off before the first child ("A person who—").
void Arranger::divide(std::size_t row, std::uint32_t unit) {
    intro_.clear();
    content_.clear();
    closing_.clear();
    auto const& rows = document_.provisions;
    std::uint32_t first_child = none, last_child = 0;
    for (auto child = row + 1; child < rows[row].subtree_end; child = rows[child].subtree_end) {
        if (unit_of_[child] != unit || !body_[child]) continue;
        first_child = std::min(first_child, rows[child].block_begin);
        last_child = rows[child].block_begin;
    }
    for (auto at = direct_of_[row].begin; at < direct_of_[row].end; ++at) {
        auto const index = direct_[at];
        auto const& segment = text_.segments[index];
        auto const role = document_.blocks[segment.block].role;
        bool const open = segment.block < first_child && !segment.ends_sentence;
        if ((role == akn::Role::intro && segment.block < last_child) || (role == akn::Role::content && open))
            intro_.push_back(index);
        else if (role == akn::Role::wrap_up)
            closing_.push_back(index);
        else
            content_.push_back(index);
    }
}

void Arranger::read_unit(std::size_t unit) {
    auto& row_of_unit = text_.units[unit];
    auto const top = row_of_unit.provision.index();
    auto const id = static_cast<std::uint32_t>(unit);
    row_of_unit.passage_begin = static_cast<std::uint32_t>(text_.passages.size());
    auto const& rows = document_.provisions;
    for (auto row = top; row < rows[top].subtree_end;) {
        if (unit_of_[row] != id || !body_[row]) {
            row = rows[row].subtree_end;
            continue;
        }
        leave_until(row);
        introduce(row);
        if (has_children(row, id)) {
            divide(row, id);
            add_content(row);
            enter(row);
        } else {
            content_.assign(direct_.begin() + direct_of_[row].begin, direct_.begin() + direct_of_[row].end);
            add_content(row);
        }
        ++row;
    }
    leave_until(rows.size());
    text_.units[unit].passage_end = static_cast<std::uint32_t>(text_.passages.size());
}

void Arranger::enter(std::size_t row) {
    Level level;
    level.provision = row;
    level.intro_begin = level.intro_next = level.list_begin = static_cast<std::uint32_t>(intros_.size());
    intros_.insert(intros_.end(), intro_.begin(), intro_.end());
    level.intro_end = static_cast<std::uint32_t>(intros_.size());
    level.before_begin = static_cast<std::uint32_t>(before_.size());
    level.after_begin = static_cast<std::uint32_t>(after_.size());
    after_.insert(after_.end(), closing_.begin(), closing_.end());
    level.after_end = static_cast<std::uint32_t>(after_.size());
    levels_.push_back(level);
}

// A provision may hold several lists. The introduction of a later list takes the place of the earlier one's;
// open content before the first list ("In this Act—") goes to all.
void Arranger::introduce(std::size_t child) {
    if (levels_.empty() || !has_parent(child) || parent(child) != levels_.back().provision) return;
    auto& level = levels_.back();
    auto const met = level.intro_next;
    auto const place = document_.provisions[child].block_begin;
    while (level.intro_next < level.intro_end && text_.segments[intros_[level.intro_next]].block < place)
        ++level.intro_next;
    if (level.intro_next != met) level.list_begin = met;
    before_.resize(level.before_begin);
    for (auto at = level.intro_begin; at < level.intro_next; ++at) {
        bool const general = document_.blocks[text_.segments[intros_[at]].block].role == akn::Role::content;
        if (general || at >= level.list_begin) before_.push_back(intros_[at]);
    }
}

void Arranger::leave_until(std::size_t row) {
    while (!levels_.empty() && row >= document_.provisions[levels_.back().provision].subtree_end) {
        intros_.resize(levels_.back().intro_begin);
        before_.resize(levels_.back().before_begin);
        after_.resize(levels_.back().after_begin);
        levels_.pop_back();
    }
}

// Blocks that each open with a quotation mark (“X” means …) are norms of their own, read with the words
// before the first of them; any other content is read together.
void Arranger::add_content(std::size_t leaf) {
    auto const opens = [&](std::uint32_t segment) {
        return (text_.tokens[text_.segments[segment].token_begin].flags & Token::after_quote) != 0;
    };
    if (content_.empty()) return;
    if (std::any_of(content_.begin(), content_.end(), [&](auto segment) { return row_of(segment) != 0; }))
        return add_table(leaf);
    auto const first = std::find_if(content_.begin(), content_.end(), opens);
    if (std::count_if(first, content_.end(), opens) < 2) return add_passage(leaf, content_);
    std::vector<std::uint32_t> own(content_.begin(), first);
    auto const lead = own.size();
    for (auto at = first; at != content_.end(); ++at) {
        own.push_back(*at);
        if (at + 1 != content_.end() && !opens(*(at + 1))) continue;
        add_passage(leaf, own);
        own.resize(lead);
    }
}

// Each row of a table is a norm of its own, read with the block before the table where that breaks off; what
// stands before and behind the table is one too.
void Arranger::add_table(std::size_t leaf) {
    std::vector<std::uint32_t> own;
    auto announcing = none;
    for (std::size_t at = 0; at < content_.size(); ++at) {
        own.push_back(content_[at]);
        auto const row = row_of(content_[at]);
        bool const last = at + 1 == content_.size();
        if (!last && row_of(content_[at + 1]) == row) continue;
        bool const announces = row == 0 && !last && !text_.segments[own.back()].ends_sentence;
        if (row == 0) announcing = announces ? own.back() : none;
        if (announces) own.pop_back();
        if (row != 0 && announcing != none) own.insert(own.begin(), announcing);
        if (!own.empty()) add_passage(leaf, own);
        own.clear();
    }
}

void Arranger::add_passage(std::size_t leaf, std::vector<std::uint32_t> const& own) {
    auto& out = text_.passage_segments;
    Passage passage;
    passage.leaf = ProvisionId(leaf);
    passage.segment_begin = static_cast<std::uint32_t>(out.size());
    auto const before = std::min(before_.size(), most_context / 2);
    out.insert(out.end(), before_.end() - static_cast<std::ptrdiff_t>(before), before_.end());
    out.insert(out.end(), own.begin(), own.end());
    std::size_t after = 0;  // the nearest first, each level in its own order
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level)
        for (auto at = level->after_begin; at < level->after_end && after < most_context / 2; ++at, ++after)
            out.push_back(after_[at]);
    passage.segment_end = static_cast<std::uint32_t>(out.size());
    text_.passages.push_back(passage);
}

// A unit with nothing but a heading, or with no words at all, is none that can be read; it stays a unit
// without passages, so that its heading can be asked for. Only units without any segment go.
void Arranger::drop_empty_units() {
    std::vector<std::uint32_t> row_of(text_.units.size(), none);
    for (auto const& segment : text_.segments)
        if (segment.unit != none) row_of[segment.unit] = 0;
    std::uint32_t kept = 0;
    for (std::size_t unit = 0; unit < text_.units.size(); ++unit) {
        if (row_of[unit] == none) continue;
        row_of[unit] = kept;
        text_.units[kept++] = text_.units[unit];
    }
    text_.units.resize(kept);
    for (auto& segment : text_.segments)
        if (segment.unit != none) segment.unit = row_of[segment.unit];
}

}  // namespace

void arrange(akn::Document const& document, StatuteText& text) {
    Arranger(document, text).run();
}

}  // namespace lacuna::text
