Console.WriteLine("fitting");
