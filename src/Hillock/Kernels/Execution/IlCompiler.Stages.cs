using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection.Emit;

namespace Hillock.Kernels.Execution;

/// <content>The loop that takes blocks of vectors, stage by stage, several vectors in step.</content>
internal sealed partial class IlCompiler<T, TLane>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLane : unmanaged, IBinaryFloatingPointIeee754<TLane>
{
    private void EmitLoopInStages()
    {
        var stages = LoopStages.Of(_program, _isUniform);
        var vectors = VectorsInStep.Of(_program, _isUniform, stages);
        if (vectors < 2 && stages.Length < 2) return;
        var start = _il.DefineLabel();
        var end = _il.DefineLabel();
        var block = new Block(this, stages, vectors);
        if (stages.Length > 1) block.EmitRoom();
        _il.MarkLabel(start);
        EmitPositionAfter(vectors);
        _il.Emit(OpCodes.Ldarg, ArgumentCount);
        _il.Emit(OpCodes.Bgt, end);
        if (stages.Length > 1) block.EmitBounds();
        foreach (var stage in stages) block.EmitStage(stage, end);
        _il.Emit(OpCodes.Br, start);
        _il.MarkLabel(end);
    }

    /// <summary>Emits the stages of a block of vectors. Results are stored in the last stage alone: an output may be the
    /// same memory as an input, and what has been stored is what is done, should a stage stop at a NaN.</summary>
    [RequiresDynamicCode("As the compiler it belongs to.")]
    private sealed class Block
    {
        // Enough that the first vectors of a stage need not wait for the last of the stage before, few enough that what
        // is kept stays in the first-level cache.
        private const int MostVectors = 48;
        private const int MostKeptVectors = 320;

        private readonly IlCompiler<T, TLane> _of;
        private readonly ILGenerator _il;
        private readonly Dictionary<int, int> _places = [];
        private readonly int _inStep;
        private readonly int _vectors;
        private readonly LocalBuilder?[] _shared;
        private readonly LocalBuilder?[][] _locals;
        private readonly LocalBuilder _room;
        private readonly LocalBuilder _kept;
        private readonly LocalBuilder _positionInStage;
        private readonly LocalBuilder _end;

        public Block(IlCompiler<T, TLane> of, Stage[] stages, int inStep)
        {
            _of = of;
            _il = of._il;
            _inStep = inStep;
            foreach (var value in stages.SelectMany(stage => stage.Kept)) _places.Add(value, _places.Count);
            _vectors = Math.Max(Math.Min(MostVectors, MostKeptVectors / Math.Max(_places.Count, 1)) / inStep, 1) * inStep;
            _shared = of._locals;
            _locals = new LocalBuilder?[inStep][];
            _room = _il.DeclareLocal(typeof(nint));
            _kept = _il.DeclareLocal(typeof(nint));
            _positionInStage = _il.DeclareLocal(typeof(nint));
            _end = _il.DeclareLocal(typeof(nint));
        }

        /// <summary>Room on the stack for what stages keep, aligned to vectors.</summary>
        public void EmitRoom()
        {
            const int spare = NumberTable.Alignment - 1;
            _il.Emit(OpCodes.Ldc_I4, (_places.Count * BytesOfBlock) + spare);
            _il.Emit(OpCodes.Conv_U);
            _il.Emit(OpCodes.Localloc);
            _il.Emit(OpCodes.Ldc_I4, spare);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Ldc_I4, ~spare);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.And);
            _il.Emit(OpCodes.Stloc, _room);
        }

        /// <summary>Where the block ends, at most so far that whole steps are left; and where its values are kept, less the
        /// position of the first, so that the position is the index there too.</summary>
        public void EmitBounds()
        {
            EmitWholeSteps();
            _il.Emit(OpCodes.Ldc_I4, _vectors * Lanes);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Min), [typeof(nint), typeof(nint)])!);
            _il.Emit(OpCodes.Ldloc, _of._index);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Stloc, _end);

            _il.Emit(OpCodes.Ldloc, _room);
            _il.Emit(OpCodes.Ldloc, _of._index);
            _il.Emit(OpCodes.Ldc_I4, SizeOfLane);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Sub);
            _il.Emit(OpCodes.Stloc, _kept);
        }

        private void EmitWholeSteps()
        {
            _il.Emit(OpCodes.Ldarg, ArgumentCount);
            _il.Emit(OpCodes.Ldloc, _of._index);
            _il.Emit(OpCodes.Sub);
            for (var i = 0; i < 2; i++)
            {
                _il.Emit(OpCodes.Ldc_I4, _inStep * Lanes);
                _il.Emit(OpCodes.Conv_I);
                _il.Emit(i == 0 ? OpCodes.Div_Un : OpCodes.Mul);
            }
        }

        /// <summary>One stage over the whole block.</summary>
        public void EmitStage(Stage stage, Label stop)
        {
            var isFirst = stage.Start == 0;
            var isLast = stage.End == _of._isUniform.Length;
            var start = _il.DefineLabel();
            if (!isLast)
            {
                _il.Emit(OpCodes.Ldloc, _of._index);
                _il.Emit(OpCodes.Stloc, _positionInStage);
                _of._position = _positionInStage;
            }

            _il.MarkLabel(start);
            for (var vector = 0; vector < _inStep; vector++) _locals[vector] = (LocalBuilder?[])_shared.Clone();
            for (var i = stage.Start; i < stage.End; i++)
                if (!_of._isUniform[i] && !VectorsInStep.IsMask(_of._program.Instructions[i].Operation))
                    EmitInstruction(i, stop);
            if (isLast) EmitStores();
            _of.EmitPositionAfter(_inStep);
            _il.Emit(OpCodes.Stloc, _of._position);
            if (!(isFirst && isLast))
            {
                _il.Emit(OpCodes.Ldloc, _of._position);
                _il.Emit(OpCodes.Ldloc, _end);
                _il.Emit(OpCodes.Blt, start);
            }

            (_of._locals, _of._position, _of._offset) = (_shared, _of._index, 0);
        }

        private void EmitInstruction(int index, Label stop)
        {
            int[] operands = [.. OperandsOf(index).Distinct()];
            foreach (var operand in operands) EmitOperand(operand);
            InEach(() =>
            {
                if (_of.IsSkippedRepair(index)) _of.EmitStopAtNaN(index, stop);
                else _of.EmitIntoLocal(index);
            });
            if (_places.ContainsKey(index)) InEach(() => EmitKeep(index));
            // A number is loaded anew where it is needed next.
            foreach (var number in operands.Where(_of.IsNumber))
                foreach (var locals in _locals)
                    locals[number] = _shared[number];
        }

        // Those of masks among them, which are compared where they are used.
        private IEnumerable<int> OperandsOf(int index) => _of._program.Instructions[index].Operands.SelectMany(operand =>
            VectorsInStep.IsMask(_of._program.Instructions[operand].Operation) ? OperandsOf(operand) : [operand]);

        private void EmitOperand(int index)
        {
            if (_locals[0][index] is not null) return;
            if (_of.IsNumber(index)) EmitForAll(index);
            else if (_places.ContainsKey(index)) InEach(() => EmitFromRoom(index));
            else InEach(() => _of.EmitIntoLocal(index));
        }

        private void EmitForAll(int number)
        {
            _of._locals = _locals[0];
            _of.EmitIntoLocal(number);
            foreach (var others in _locals) others[number] = _locals[0][number];
        }

        private void EmitStores()
        {
            for (var o = 0; o < _of._program.Outputs.Count; o++)
            {
                var output = o;
                EmitOperand(_of._program.Outputs[output]);
                InEach(() => _of.EmitStore(output));
            }
        }

        private void EmitKeep(int index)
        {
            _il.Emit(OpCodes.Ldloc, _of._locals[index]!);
            EmitAddress(index);
            _of.Call(_of._methods.StoreLanes);
        }

        private void EmitFromRoom(int index)
        {
            EmitAddress(index);
            _of.Call(_of._methods.LoadLanes);
            _of._locals[index] = _of.StoreInLocal();
        }

        private void EmitAddress(int index) => _of.EmitAddress(SizeOfLane, () =>
        {
            _il.Emit(OpCodes.Ldloc, _kept);
            _il.Emit(OpCodes.Ldc_I4, _places[index] * BytesOfBlock);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Add);
        });

        private void InEach(Action emit)
        {
            for (var vector = 0; vector < _inStep; vector++)
            {
                (_of._locals, _of._offset) = (_locals[vector], vector * Lanes);
                emit();
            }
        }

        private int Lanes => _of._methods.Lanes;

        private int BytesOfBlock => _vectors * Lanes * SizeOfLane;
    }
}
